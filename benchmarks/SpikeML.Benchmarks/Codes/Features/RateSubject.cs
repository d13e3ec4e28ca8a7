using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class RateSubject : EncoderSubject<RateEncodingOptions>
{
    private readonly Random _random = new();

    public override string Name => "rate";

    public override bool IsRandom => true;

    protected override IEnumerable<Dial> Dials =>
    [
        new("digits, Gain", 1e-4, 1, gain => new RateEncodingOptions { Gain = gain }, FeatureRows.Digits),
        new("digits, Offset", 1e-3, 1, offset => new RateEncodingOptions { Offset = offset }, FeatureRows.Digits),
    ];

    protected override Tensor Torch(Tensor batch, RateEncodingOptions code) =>
        (batch.repeat(code.NumSteps, 1, 1) * code.Gain + code.Offset).clamp(0, 1).bernoulli();

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, RateEncodingOptions code)
    {
        float gain = (float)code.Gain, offset = (float)code.Offset;
        for (int step = 0, slot = 0; step < code.NumSteps; step++)
        {
            for (int neuron = 0; neuron < values.Length; neuron++)
                spikes[slot++] = _random.NextSingle() < values[neuron] * gain + offset ? 1 : 0;
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, RateEncodingOptions code) =>
        ((spikes != 0).mean([0], type: ScalarType.Float32) - code.Offset) / code.Gain;

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, RateEncodingOptions code)
    {
        Sums.Count(spikes, values);
        for (int neuron = 0; neuron < values.Length; neuron++)
            values[neuron] = (float)((values[neuron] / code.NumSteps - code.Offset) / code.Gain);
    }
}
