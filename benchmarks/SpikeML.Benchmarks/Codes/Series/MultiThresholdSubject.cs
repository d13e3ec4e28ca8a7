using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class MultiThresholdSubject : SeriesSubject<MultiThresholdEncodingOptions>
{
    private const int Thresholds = 8;

    public override string Name => "multi-threshold";

    public override string Limit => "a change fires half of the channels at most, and half of the changes cross none";

    protected override IEnumerable<Dial> Dials =>
    [
        new("8 thresholds around 0.5, to either side", 1e-5, 30, Around, SeriesRows.Series),
        new("noise, 8 thresholds around 0.5, to either side", 1e-5, 30, Around, SeriesRows.Noise),
    ];

    protected override Tensor Torch(Tensor batch, MultiThresholdEncodingOptions code)
    {
        (double lowest, double highest) = (code.Lowest!.Value, code.Highest!.Value);
        Tensor thresholds = lowest + arange(Thresholds, float32) * ((highest - lowest) / (Thresholds - 1));
        Tensor above = batch.unsqueeze(-1) >= thresholds;
        Tensor before = above.narrow(0, 0, batch.shape[0] - 1), after = above.narrow(0, 1, batch.shape[0] - 1);
        Tensor crossed = cat([after & before.logical_not(), before & after.logical_not()], -1).to(float32);
        return cat([crossed, zeros([1, .. crossed.shape[1..]])], 0);
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, MultiThresholdEncodingOptions code)
    {
        (double lowest, double highest) = (code.Lowest!.Value, code.Highest!.Value);
        spikes.Clear();
        for (int slot = 0; slot < values.Length - Neurons; slot++)
        {
            float before = values[slot], after = values[slot + Neurons];
            for (int k = 0; k < Thresholds; k++)
            {
                double threshold = lowest + k * (highest - lowest) / (Thresholds - 1);
                if (before < threshold && after >= threshold)
                    spikes[(2 * slot) * Thresholds + k] = 1;
                else if (before >= threshold && after < threshold)
                    spikes[(2 * slot + 1) * Thresholds + k] = 1;
            }
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, MultiThresholdEncodingOptions code)
    {
        (double lowest, double highest) = (code.Lowest!.Value, code.Highest!.Value);
        Tensor changes = spikes.narrow(-1, 0, Thresholds).sum(dim: -1) - spikes.narrow(-1, Thresholds, Thresholds).sum(dim: -1);
        Tensor levels = Start(code) + changes.cumsum(0) - changes;
        return lowest + ((levels - 0.5) / (Thresholds - 1)).clamp(0, 1) * (highest - lowest);
    }

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, MultiThresholdEncodingOptions code)
    {
        (double lowest, double highest) = (code.Lowest!.Value, code.Highest!.Value);
        for (int neuron = 0; neuron < Neurons; neuron++)
        {
            double level = Start(code);
            for (int slot = neuron; slot < values.Length; slot += Neurons)
            {
                values[slot] = (float)(lowest + Math.Clamp((level - 0.5) / (Thresholds - 1), 0, 1) * (highest - lowest));
                for (int k = 0; k < Thresholds; k++)
                    level += spikes[2 * slot * Thresholds + k] - spikes[(2 * slot + 1) * Thresholds + k];
            }
        }
    }

    private static MultiThresholdEncodingOptions Around(double side) =>
        new() { NumThresholds = Thresholds, Lowest = 0.5 - side, Highest = 0.5 + side };

    /// <summary>The thresholds up to 0, which decoded series start at.</summary>
    private static int Start(MultiThresholdEncodingOptions code) => Enumerable.Range(0, Thresholds)
        .Count(k => code.Lowest!.Value + k * (code.Highest!.Value - code.Lowest!.Value) / (Thresholds - 1) <= 0);
}
