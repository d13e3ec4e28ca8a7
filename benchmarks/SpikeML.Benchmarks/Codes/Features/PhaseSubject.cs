using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Binary digits, over and over: no option changes how many of them are 1.</summary>
internal sealed class PhaseSubject : EncoderSubject<PhaseEncodingOptions>
{
    public override string Name => "phase";

    public override string Limit => "the features' binary digits decide";

    protected override IEnumerable<Dial> Dials =>
    [
        new("digits, cut at", 0.001, 0.99, _ => Options, cut => FeatureRows.Cut(FeatureRows.Digits, cut)),
        new("readings, cut at", 0.001, 0.9999, _ => Options, cut => FeatureRows.Cut(FeatureRows.Readings, cut)),
        new("readings, brightened by", 1, 1000, _ => Options, factor => FeatureRows.Brightened(FeatureRows.Readings, factor)),
    ];

    private static PhaseEncodingOptions Options => new() { NumSteps = 100 };

    protected override Tensor Torch(Tensor batch, PhaseEncodingOptions code)
    {
        int values = 1 << code.Period;
        Tensor digits = (batch * values).clamp_max(values - 1).to(int32);
        Tensor places = code.Period - 1 - arange(code.Period, int32).reshape(-1, 1, 1);
        Tensor period = digits.bitwise_right_shift(places).bitwise_and(1).to(float32);
        return period.repeat((code.NumSteps - 1) / code.Period + 1, 1, 1).narrow(0, 0, code.NumSteps);
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, PhaseEncodingOptions code)
    {
        int numbers = 1 << code.Period;
        for (int step = 0, slot = 0; step < code.NumSteps; step++)
        {
            int place = code.Period - 1 - step % code.Period;
            for (int neuron = 0; neuron < values.Length; neuron++)
                spikes[slot++] = ((int)Math.Min(values[neuron] * numbers, numbers - 1) >> place) & 1;
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, PhaseEncodingOptions code)
    {
        Tensor weights = pow(2, -arange(1, code.Period + 1, float32)).reshape(-1, 1, 1);
        return (spikes.narrow(0, 0, code.Period) * weights).sum(dim: 0);
    }

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, PhaseEncodingOptions code)
    {
        values.Clear();
        float weight = 0.5f;
        for (int step = 0, slot = 0; step < code.Period; step++, weight /= 2)
        {
            for (int neuron = 0; neuron < values.Length; neuron++)
                values[neuron] += weight * spikes[slot++];
        }
    }
}
