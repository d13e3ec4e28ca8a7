using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// Scaling by learned ranges, of each slot as by default or of all together; the features decide how much is not 0.
/// </summary>
internal sealed class ScaleSubject(bool isPerSlot) : Subject
{
    private readonly Dial[] _dials =
    [
        Cut("digits", FeatureRows.Digits, isPerSlot),
        Cut("readings", FeatureRows.Readings, isPerSlot),
    ];

    public override string Name => isPerSlot ? "scale" : "scale, one range";

    public override Setting? Find(double density, out double closest) => Setting.Find(_dials, density, out closest);

    public override Tensor RowOf(Tensor result, int row) => result.select(0, row);

    public override Tensor Torch(Tensor batch, SpikeCode code)
    {
        ScaleOptions options = (ScaleOptions)code;
        Tensor lowest = tensor(options.LearnedRanges.Select(range => (float)range.Lowest).ToArray());
        Tensor widths = tensor(options.LearnedRanges.Select(range => (float)(range.Highest - range.Lowest)).ToArray());
        return ((batch - lowest) / widths.masked_fill(widths == 0, 1)).clamp(0, 1);
    }

    private static Dial Cut(string name, InputRows rows, bool isPerSlot) =>
        new($"{name}, cut at", 0.001, 0.9999, _ => new ScaleOptions { PerSlot = isPerSlot }, cut => FeatureRows.Cut(rows, cut));

    public override PlainRowLoop MakeLoop(SpikeCode code)
    {
        ValueRange[] ranges = [.. ((ScaleOptions)code).LearnedRanges];
        return PlainReader.OverValues((values, scaled) =>
        {
            for (int slot = 0; slot < values.Length; slot++)
            {
                ValueRange range = ranges[isPerSlot ? slot : 0];
                float lowest = (float)range.Lowest, width = (float)range.Highest - lowest;
                scaled[slot] = width > 0 ? Math.Clamp((values[slot] - lowest) / width, 0, 1) : 0;
            }
        });
    }
}
