using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>One draw for each value of a series of rates.</summary>
internal sealed class VaryingRateSubject : EncoderSubject<RateEncodingOptions>
{
    private readonly Random _random = new();

    public override string Name => "rate, time-varying";

    public override bool IsRandom => true;

    public override bool Decodes => false;

    protected override IEnumerable<Dial> Dials =>
    [
        new("Gain", 1e-4, 1e6, gain => new RateEncodingOptions { TimeVarying = true, Gain = gain, Offset = gain > 1e5 ? 1 : 0 },
            SeriesRows.Unit),
    ];

    protected override Tensor Torch(Tensor batch, RateEncodingOptions code) =>
        (batch * code.Gain + code.Offset).clamp(0, 1).bernoulli();

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, RateEncodingOptions code)
    {
        float gain = (float)code.Gain, offset = (float)code.Offset;
        for (int slot = 0; slot < spikes.Length; slot++)
            spikes[slot] = _random.NextSingle() < values[slot] * gain + offset ? 1 : 0;
    }
}
