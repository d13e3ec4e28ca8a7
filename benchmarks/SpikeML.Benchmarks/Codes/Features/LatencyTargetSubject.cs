using SpikeML.Benchmarks.Pipelines;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class LatencyTargetSubject : EncoderSubject<LatencyTargetEncodingOptions>
{
    private const int Classes = 10;

    public override string Name => "latency targets";

    public override string Limit => "one spike a class, or none: 1 % at most; 100 % with an off-target";

    public override bool Decodes => false;

    protected override IEnumerable<Dial> Dials =>
    [
        new("10 classes, Clip", Options(new() { Clip = true, Tau = 5 }), FeatureRows.Labels),
        new("10 classes", Options(new() { Tau = 5 }), FeatureRows.Labels),
        new("10 classes, OffTarget 0.05", Options(new() { Tau = 5, OffTarget = 0.05 }), FeatureRows.Labels),
    ];

    protected override Tensor Torch(Tensor batch, LatencyTargetEncodingOptions code) =>
        TorchEncoders.Latency(nn.functional.one_hot(batch.to(int64), Classes).to(float32), code.Latency);

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, LatencyTargetEncodingOptions code)
    {
        LatencyEncodingOptions latency = code.Latency;
        double lowest = latency.Threshold + latency.Epsilon;
        spikes.Fill((float)latency.OffTarget);
        for (int neuron = 0; neuron < Classes; neuron++)
        {
            bool isCorrect = neuron == (int)values[0];
            if (latency.Clip && !isCorrect)
                continue;
            double input = isCorrect ? 1 : (float)lowest;
            double time = Math.Log(input / (input - (float)latency.Threshold)) * latency.Tau;
            spikes[(int)Math.Round(time) * Classes + neuron] = 1;
        }
    }

    private static LatencyTargetEncodingOptions Options(LatencyEncodingOptions latency) =>
        new() { NumClasses = Classes, Latency = latency };
}
