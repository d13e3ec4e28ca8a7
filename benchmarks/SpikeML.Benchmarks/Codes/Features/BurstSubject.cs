using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class BurstSubject : EncoderSubject<BurstEncodingOptions>
{
    public override string Name => "burst";

    public override string Limit => "only features of 1 spike as often as they can";

    protected override IEnumerable<Dial> Dials =>
    [
        new("MaxSpikes 1, digits, cut at", 0.01, 0.99, _ => Options(1), cut => FeatureRows.Cut(FeatureRows.Digits, cut)),
        new("digits, MaxSpikes", 1, 100, spikes => Options((int)Math.Round(spikes)), FeatureRows.Digits),
        new("paper, MaxSpikes", 1, 100, spikes => Options((int)Math.Round(spikes)), FeatureRows.Paper),
    ];

    protected override Tensor Torch(Tensor batch, BurstEncodingOptions code)
    {
        Tensor counts = (batch * code.MaxSpikes).ceil();
        Tensor distances = (code.MaxGap - batch * (code.MaxGap - code.MinGap)).ceil() + 1;
        Tensor steps = arange(code.NumSteps, float32).reshape(-1, 1, 1);
        return ((steps.remainder(distances) == 0) & (steps < counts * distances)).to(float32);
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, BurstEncodingOptions code)
    {
        spikes.Clear();
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            int count = (int)Math.Ceiling((double)values[neuron] * code.MaxSpikes);
            int distance = 1 + (int)Math.Ceiling(code.MaxGap - (double)values[neuron] * (code.MaxGap - code.MinGap));
            for (int spike = 0, slot = neuron; spike < count; spike++, slot += distance * values.Length)
                spikes[slot] = 1;
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, BurstEncodingOptions code)
    {
        Tensor counts = (spikes != 0).sum(0, type: ScalarType.Float32);
        return where(counts == 0, counts, (counts - 0.5) / code.MaxSpikes);
    }

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, BurstEncodingOptions code)
    {
        Sums.Count(spikes, values);
        for (int neuron = 0; neuron < values.Length; neuron++)
            values[neuron] = values[neuron] == 0 ? 0 : (float)((values[neuron] - 0.5) / code.MaxSpikes);
    }

    /// <summary>Gaps as far as they have room: 2 to 20 steps as by default where the bursts are short.</summary>
    private static BurstEncodingOptions Options(int spikes)
    {
        int room = spikes > 1 ? 99 / (spikes - 1) - 1 : 20;
        return new() { MaxSpikes = spikes, MinGap = Math.Clamp(room, 0, 2), MaxGap = Math.Clamp(room, 0, 20) };
    }
}
