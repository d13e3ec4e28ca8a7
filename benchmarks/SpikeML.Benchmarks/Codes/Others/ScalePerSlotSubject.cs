using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Scaling of each pixel by its own range, as by default.</summary>
internal sealed class ScalePerSlotSubject : Subject
{
    public override string Name => "scale, PerSlot";

    public override string Limit => "measured on paper, as users have it";

    public override Setting? Find(double density, out double closest) =>
        Setting.Find([new Dial("paper", new ScaleOptions(), FeatureRows.Paper)], density, out closest);

    public override Tensor RowOf(Tensor result, int row) => result.select(0, row);

    public override Tensor Torch(Tensor batch, SpikeCode code)
    {
        ScaleOptions options = (ScaleOptions)code;
        Tensor lowest = tensor(options.LearnedRanges.Select(range => range.Lowest).ToArray());
        Tensor widths = tensor(options.LearnedRanges.Select(range => range.Highest - range.Lowest).ToArray());
        return ((batch - lowest) / widths.masked_fill(widths == 0, 1)).clamp(0, 1);
    }

    public override PlainRowLoop MakeLoop(SpikeCode code)
    {
        ValueRange[] ranges = [.. ((ScaleOptions)code).LearnedRanges];
        return PlainReader.OverValues((values, scaled) =>
        {
            for (int slot = 0; slot < values.Length; slot++)
            {
                float width = ranges[slot].Highest - ranges[slot].Lowest;
                scaled[slot] = width > 0 ? Math.Clamp((values[slot] - ranges[slot].Lowest) / width, 0, 1) : 0;
            }
        });
    }
}
