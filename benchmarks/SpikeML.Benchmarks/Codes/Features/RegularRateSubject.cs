using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class RegularRateSubject : EncoderSubject<RegularRateEncodingOptions>
{
    public override string Name => "regular rate";

    protected override IEnumerable<Dial> Dials =>
    [
        new("digits, Gain", 1e-4, 1, gain => new RegularRateEncodingOptions { Gain = gain }, FeatureRows.Digits),
        new("paper, Gain", 1e-4, 12, gain => new RegularRateEncodingOptions { Gain = gain }, FeatureRows.Paper),
    ];

    protected override Tensor Torch(Tensor batch, RegularRateEncodingOptions code)
    {
        Tensor steps = arange(1, code.NumSteps + 1, float32).reshape(-1, 1, 1);
        Tensor sums = (steps * (batch * code.Gain) + code.InitialPhase).floor();
        return sums.diff(dim: 0, prepend: zeros_like(batch).unsqueeze(0));
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, RegularRateEncodingOptions code)
    {
        for (int step = 0, slot = 0; step < code.NumSteps; step++)
        {
            for (int neuron = 0; neuron < values.Length; neuron++)
            {
                double rate = values[neuron] * code.Gain;
                double before = step == 0 ? 0 : Math.Floor(code.InitialPhase + step * rate);
                spikes[slot++] = (float)(Math.Floor(code.InitialPhase + (step + 1) * rate) - before);
            }
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, RegularRateEncodingOptions code) =>
        spikes.sum(dim: 0) / (code.NumSteps * code.Gain);

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, RegularRateEncodingOptions code)
    {
        Sums.Sum(spikes, values);
        for (int neuron = 0; neuron < values.Length; neuron++)
            values[neuron] /= (float)(code.NumSteps * code.Gain);
    }
}
