using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class SignedRateSubject : EncoderSubject<SignedRateEncodingOptions>
{
    private readonly Random _random = new();

    public override string Name => "signed rate";

    public override bool IsRandom => true;

    protected override IEnumerable<Dial> Dials =>
        [new("centred digits, Gain", 1e-4, 1e4, gain => new SignedRateEncodingOptions { Gain = gain }, FeatureRows.Centred)];

    protected override Tensor Torch(Tensor batch, SignedRateEncodingOptions code)
    {
        Tensor scaled = batch * code.Gain;
        return scaled.abs().clamp_max(1).repeat(code.NumSteps, 1, 1).bernoulli() * scaled.sign();
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, SignedRateEncodingOptions code)
    {
        float gain = (float)code.Gain;
        for (int step = 0, slot = 0; step < code.NumSteps; step++)
        {
            for (int neuron = 0; neuron < values.Length; neuron++)
            {
                float scaled = values[neuron] * gain;
                spikes[slot++] = _random.NextSingle() < Math.Abs(scaled) ? scaled < 0 ? -1 : 1 : 0;
            }
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, SignedRateEncodingOptions code) =>
        spikes.sum(dim: 0) / (code.NumSteps * code.Gain);

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, SignedRateEncodingOptions code)
    {
        Sums.Sum(spikes, values);
        for (int neuron = 0; neuron < values.Length; neuron++)
            values[neuron] /= (float)(code.NumSteps * code.Gain);
    }
}
