using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// With a factor, each row's neurons have thresholds of their own: the mean of the changes and so many deviations.
/// </summary>
internal sealed class FactorBasedSubject : SeriesSubject<ThresholdBasedEncodingOptions>
{
    public override string Name => "threshold-based, Factor";

    public override string Limit => "a factor of at least 0 above the mean change";

    public override bool Decodes => false;

    protected override IEnumerable<Dial> Dials =>
        [new("Factor", 1e-6, 3, factor => new ThresholdBasedEncodingOptions { Factor = factor }, SeriesRows.Series)];

    protected override Tensor Torch(Tensor batch, ThresholdBasedEncodingOptions code)
    {
        Tensor changes = batch.diff(dim: 0);
        changes = cat([changes, changes[-1].unsqueeze(0)], 0);
        Tensor thresholds = changes.mean([0]) + code.Factor!.Value * changes.std(0, unbiased: true);
        return (changes > thresholds).to(float32) - (changes < -thresholds).to(float32);
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, ThresholdBasedEncodingOptions code)
    {
        for (int neuron = 0; neuron < Neurons; neuron++)
        {
            double threshold = Threshold(values, neuron, code.Factor!.Value);
            for (int slot = neuron; slot < values.Length; slot += Neurons)
            {
                double change = Change(values, slot);
                spikes[slot] = change > threshold ? 1 : change < -threshold ? -1 : 0;
            }
        }
    }

    private static double Threshold(ReadOnlySpan<float> values, int neuron, double factor)
    {
        int count = values.Length / Neurons;
        double sum = 0, squares = 0;
        for (int slot = neuron; slot < values.Length; slot += Neurons)
            sum += Change(values, slot);
        double mean = sum / count;
        for (int slot = neuron; slot < values.Length; slot += Neurons)
            squares += (Change(values, slot) - mean) * (Change(values, slot) - mean);
        return mean + factor * Math.Sqrt(squares / (count - 1));
    }

    private static double Change(ReadOnlySpan<float> values, int slot)
    {
        int from = slot + Neurons < values.Length ? slot : slot - Neurons;
        return values[from + Neurons] - values[from];
    }
}
