using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class ThresholdBasedSubject : SeriesSubject<ThresholdBasedEncodingOptions>
{
    public override string Name => "threshold-based";

    protected override IEnumerable<Dial> Dials =>
        [new("Threshold", 1e-6, 5, threshold => new ThresholdBasedEncodingOptions { Threshold = threshold }, SeriesRows.Series)];

    protected override Tensor Torch(Tensor batch, ThresholdBasedEncodingOptions code)
    {
        Tensor changes = batch.diff(dim: 0);
        changes = cat([changes, changes[-1].unsqueeze(0)], 0);
        return (changes > code.Threshold!.Value).to(float32) - (changes < -code.Threshold!.Value).to(float32);
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, ThresholdBasedEncodingOptions code)
    {
        double threshold = code.Threshold!.Value;
        for (int slot = 0; slot < values.Length; slot++)
        {
            int from = Math.Min(slot, values.Length - 2 * Neurons + slot % Neurons);
            float change = values[from + Neurons] - values[from];
            spikes[slot] = change > threshold ? 1 : change < -threshold ? -1 : 0;
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, ThresholdBasedEncodingOptions code) =>
        (spikes.cumsum(0) - spikes) * code.Threshold!.Value;

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, ThresholdBasedEncodingOptions code)
    {
        float threshold = (float)code.Threshold!.Value;
        values[..Neurons].Clear();
        for (int slot = Neurons; slot < spikes.Length; slot++)
            values[slot] = values[slot - Neurons] + threshold * spikes[slot - Neurons];
    }
}
