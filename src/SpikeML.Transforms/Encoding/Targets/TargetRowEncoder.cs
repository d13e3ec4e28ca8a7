using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>
/// Encodes rows of one label whose targets depend on the label alone: those of a class are computed for its first row and copied
/// for all others.
/// </summary>
internal sealed class TargetRowEncoder : RowEncoder
{
    /// <summary>The largest number of values that are kept for all classes together, 4 MB of them.</summary>
    private const int LargestLength = 1 << 20;

    private readonly RowEncoder _encoder;
    private readonly VBuffer<float>[] _classes;

    private TargetRowEncoder(RowEncoder encoder, int classCount) =>
        (_encoder, _classes) = (encoder, new VBuffer<float>[classCount]);

    /// <summary>The encoder of a code whose targets are not drawn.</summary>
    public static RowEncoder Of(SpikeCode code, RowShape shape)
    {
        DenseRowEncoder encoder = new(code, shape);
        int classes = shape.OutputDimensions[^1];
        return shape.InputLength == 1 && (long)classes * shape.OutputLength <= LargestLength
            ? new TargetRowEncoder(encoder, classes) : encoder;
    }

    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        float label = row.Values[0];
        int own = (int)label;
        if (own != label || (uint)own >= (uint)_classes.Length)
        {
            // The code says what is wrong with the label.
            _encoder.Encode(row, ref output);
            return;
        }
        if (_classes[own].Length == 0)
            _encoder.Encode(row, ref _classes[own]);
        _classes[own].CopyTo(ref output);
    }
}
