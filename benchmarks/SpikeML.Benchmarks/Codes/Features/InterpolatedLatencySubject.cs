using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Values that rise to the spike: as many as there are steps before it.</summary>
internal sealed class InterpolatedLatencySubject : EncoderSubject<LatencyEncodingOptions>
{
    public override string Name => "latency, interpolated";

    public override string Limit => "each feature has its spike: 1 % at least";

    protected override IEnumerable<Dial> Dials =>
    [
        new("digits, Tau", 0.4, 99, tau => Options with { Tau = tau }, FeatureRows.Digits),
        new("digits, FirstSpikeTime 99", Options with { FirstSpikeTime = 99, Tau = 0.4 }, FeatureRows.Digits),
    ];

    private static LatencyEncodingOptions Options => new() { Linear = true, Interpolate = true };

    protected override Tensor Torch(Tensor batch, LatencyEncodingOptions code)
    {
        Tensor times = ((-code.Tau * (batch - 1)).clamp_max(-code.Tau * (code.Threshold - 1)) + code.FirstSpikeTime).round();
        Tensor steps = arange(code.NumSteps!.Value, float32).reshape(-1, 1, 1);
        Tensor ramp = steps / times;
        return where(steps == times, ones(1), where(steps > times, zeros(1), ramp));
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, LatencyEncodingOptions code)
    {
        float tau = (float)code.Tau, latest = (float)(-code.Tau * (code.Threshold - 1));
        spikes.Clear();
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            float time = MathF.Round(Math.Min((values[neuron] - 1) * -tau, latest) + code.FirstSpikeTime);
            spikes[(int)time * values.Length + neuron] = 1;
            for (int step = 1; step < time; step++)
                spikes[step * values.Length + neuron] = step / time;
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, LatencyEncodingOptions code) => LatencyInversion.Torch(spikes, code);

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, LatencyEncodingOptions code) =>
        LatencyInversion.Loop(spikes, values, code);
}
