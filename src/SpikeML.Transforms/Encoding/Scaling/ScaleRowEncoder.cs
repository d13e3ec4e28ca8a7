using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Scales the rows of one cursor, preparing the ranges once.</summary>
internal sealed class ScaleRowEncoder : RowEncoder
{
    private readonly double[] _lowest, _widths;
    private readonly bool _clamp;

    public ScaleRowEncoder(ScaleOptions code, RowShape shape)
    {
        (_lowest, _widths) = (new double[Lanes.Padded(shape.InputLength)], new double[Lanes.Padded(shape.InputLength)]);
        _clamp = code.Clamp;
        RangeScaling.ToWidths(code.LearnedRanges.AsSpan(), _lowest, _widths);
    }

    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        FeatureCheck.AllFinite(row.Values);
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, row.Values.Length);
        if (row.HasDoubles)
            RangeScaling.Scale(row.Doubles, dense.Values, _lowest, _widths, _clamp);
        else
            RangeScaling.Scale(row.Values, dense.Values, _lowest, _widths, _clamp);
        int count = SpikeBuffers.Count(dense.Values);
        output = dense.Commit();
        SpikeBuffers.Compact(ref output, count);
    }
}
