using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Scaling by learned ranges; what is scaled decides how much is not 0.</summary>
internal sealed class ScaleSubject : Subject
{
    public override string Name => "scale";

    public override string Limit => "as much is not 0 as of the features: digits, or paper and readings";

    public override Setting? Find(double density, out double closest) => Setting.Find(
        [
            new Dial("digits, cut at", 0.001, 0.999, _ => new ScaleOptions { PerSlot = false }, cut => FeatureRows.Cut(FeatureRows.Digits, cut)),
            new Dial("readings, cut at", 0.001, 0.999, _ => new ScaleOptions { PerSlot = false }, cut => FeatureRows.Cut(FeatureRows.Readings, cut)),
        ],
        density, out closest);

    public override Tensor RowOf(Tensor result, int row) => result.select(0, row);

    public override Tensor Torch(Tensor batch, SpikeCode code)
    {
        ValueRange range = ((ScaleOptions)code).LearnedRanges[0];
        return ((batch - range.Lowest) / (range.Highest - range.Lowest)).clamp(0, 1);
    }

    public override PlainRowLoop MakeLoop(SpikeCode code)
    {
        ValueRange range = ((ScaleOptions)code).LearnedRanges[0];
        return PlainReader.OverValues((values, scaled) =>
        {
            for (int slot = 0; slot < values.Length; slot++)
                scaled[slot] = Math.Clamp((values[slot] - range.Lowest) / (range.Highest - range.Lowest), 0, 1);
        });
    }
}
