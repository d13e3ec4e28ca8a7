using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Scales the rows of one cursor, preparing the ranges once.</summary>
/// <remarks>A sparse row whose zeros stay 0 stays sparse, and only its values are scaled.</remarks>
internal sealed class ScaleRowEncoder : RowEncoder
{
    /// <summary>The number of values of a sparse row whose ranges are gathered at once.</summary>
    private const int BlockLength = 8 * Lanes.Count;

    private readonly double[] _lowest, _widths;
    private readonly float[] _singleWidths;
    private readonly bool _clamp, _isOneRange, _startAtZero;

    public ScaleRowEncoder(ScaleOptions code, RowShape shape)
    {
        (_lowest, _widths) = (new double[Lanes.Padded(shape.InputLength)], new double[Lanes.Padded(shape.InputLength)]);
        (_clamp, _isOneRange) = (code.Clamp, code.LearnedRanges.Length == 1);
        RangeScaling.ToWidths(code.LearnedRanges.AsSpan(), _lowest, _widths);
        _startAtZero = ZeroScaling.Takes(code.LearnedRanges.AsSpan());
        _singleWidths = _startAtZero ? [.. _widths.Select(width => (float)width)] : [];
    }

    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        FeatureCheck.AllFinite(row.Spikes);
        int length = row.Shape.OutputLength;
        if (row.IsSparse && row.Values.Length <= SpikeBuffers.LargestSparseCount(length))
        {
            EncodeSparse(row, ref output, length);
            return;
        }
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, length);
        if (row.IsSparse)
            EncodeSpread(row, dense.Values);
        else
            EncodeDense(row, dense.Values);
        int count = SpikeBuffers.Count(dense.Values);
        output = dense.Commit();
        SpikeBuffers.Compact(ref output, count);
    }

    private void EncodeDense(in RowInput row, Span<float> scaled)
    {
        if (row.HasDoubles)
            RangeScaling.Scale(row.Doubles, scaled, _lowest, _widths, _clamp);
        else
            ScaleSingles(row.Values, scaled);
    }

    private void EncodeSpread(in RowInput row, Span<float> scaled)
    {
        SparseSteps.Spread(row.Slots, row.Values, 0, 0, scaled);
        ScaleSingles(scaled, scaled);
    }

    private void ScaleSingles(ReadOnlySpan<float> features, Span<float> scaled)
    {
        if (_startAtZero)
            ZeroScaling.Scale(features, scaled, _singleWidths, _clamp);
        else
            RangeScaling.Scale(features, scaled, _lowest, _widths, _clamp);
    }

    private void EncodeSparse(in RowInput row, ref VBuffer<float> output, int length)
    {
        VBufferEditor<float> sparse = VBufferEditor.Create(ref output, length, row.Values.Length);
        row.Slots.CopyTo(sparse.Indices);
        Span<double> lowest = stackalloc double[BlockLength], widths = stackalloc double[BlockLength];
        Span<float> singleWidths = stackalloc float[BlockLength];
        for (int first = 0; first < row.Values.Length; first += BlockLength)
        {
            ReadOnlySpan<int> slots = row.Slots.Slice(first, Math.Min(BlockLength, row.Values.Length - first));
            ReadOnlySpan<float> values = row.Values.Slice(first, slots.Length);
            Span<float> scaled = sparse.Values.Slice(first, slots.Length);
            if (_isOneRange)
                ScaleSingles(values, scaled);
            else if (_startAtZero)
                ZeroScaling.Scale(values, scaled, Gather(_singleWidths, slots, singleWidths), _clamp);
            else
                RangeScaling.Scale(values, scaled, Gather(_lowest, slots, lowest), Gather(_widths, slots, widths), _clamp);
        }
        output = sparse.CommitTruncated(SpikeBuffers.DropZeros(sparse.Indices, sparse.Values));
    }

    private static ReadOnlySpan<T> Gather<T>(T[] numbers, ReadOnlySpan<int> slots, Span<T> gathered)
    {
        for (int i = 0; i < slots.Length; i++)
            gathered[i] = numbers[slots[i]];
        return gathered;
    }
}
