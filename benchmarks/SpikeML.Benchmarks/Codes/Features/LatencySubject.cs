using SpikeML.Benchmarks.Pipelines;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>One spike a feature, by one of the two codes of time.</summary>
internal sealed class LatencySubject(bool isLinear) : EncoderSubject<LatencyEncodingOptions>
{
    public override string Name => isLinear ? "latency" : "latency, logarithmic";

    public override double VectorGoal => 100;

    public override string Limit => "one spike a feature, or none: 1 % at most; 100 % with an off-target";

    protected override IEnumerable<Dial> Dials =>
    [
        new("digits, Clip, Threshold", 0.01, 0.99, threshold => Options with { Clip = true, Threshold = threshold },
            FeatureRows.Digits),
        new("digits", Options, FeatureRows.Digits),
        new("digits, OffTarget 0.05", Options with { OffTarget = 0.05 }, FeatureRows.Digits),
    ];

    private LatencyEncodingOptions Options => isLinear ? new() { Linear = true, Normalize = true } : new() { Tau = 5 };

    protected override Tensor Torch(Tensor batch, LatencyEncodingOptions code) => TorchEncoders.Latency(batch, code);

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, LatencyEncodingOptions code)
    {
        spikes.Fill((float)code.OffTarget);
        float threshold = (float)code.Threshold, tau = isLinear ? code.NumSteps!.Value - 1 : (float)code.Tau;
        float lowest = (float)(code.Threshold + code.Epsilon), latest = (float)(-(double)tau * (code.Threshold - 1));
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            float value = values[neuron];
            if (code.Clip && value < threshold)
                continue;
            float saturated = Math.Max(value, lowest);
            float time = isLinear ? Math.Min((value - 1) * -tau, latest) : MathF.Log(saturated / (saturated - threshold)) * tau;
            spikes[(int)MathF.Round(time) * values.Length + neuron] = 1;
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, LatencyEncodingOptions code) => LatencyInversion.Torch(spikes, code);

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, LatencyEncodingOptions code) =>
        LatencyInversion.Loop(spikes, values, code);
}
