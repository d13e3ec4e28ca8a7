using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class SpikeTimesSubject : EncoderSubject<SpikeTimesEncodingOptions>
{
    public override string Name => "spike times";

    public override double VectorGoal => 100;

    public override string Limit => "one time a feature, never 0: 100 %";

    protected override IEnumerable<Dial> Dials =>
        [new("digits", new SpikeTimesEncodingOptions { Latency = new() { Tau = 5 } }, FeatureRows.Digits)];

    public override Tensor RowOf(Tensor result, int row) => result.select(0, row);

    protected override Tensor Torch(Tensor batch, SpikeTimesEncodingOptions code)
    {
        if (batch.min().item<float>() < 0 || batch.max().item<float>() > 1)
            throw new InvalidDataException("The features lie outside [0, 1].");
        Tensor saturated = batch.clamp_min(code.Latency.Threshold + code.Latency.Epsilon);
        return code.Latency.Tau * (saturated / (saturated - code.Latency.Threshold)).log();
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, SpikeTimesEncodingOptions code)
    {
        float threshold = (float)code.Latency.Threshold, lowest = (float)(code.Latency.Threshold + code.Latency.Epsilon);
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            float saturated = Math.Max(values[neuron], lowest);
            spikes[neuron] = MathF.Log(saturated / (saturated - threshold)) * (float)code.Latency.Tau;
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, SpikeTimesEncodingOptions code) =>
        (code.Latency.Threshold / (1 - (spikes / -code.Latency.Tau).exp())).clamp(0, 1);

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, SpikeTimesEncodingOptions code)
    {
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            double rest = Math.Exp(spikes[neuron] / -code.Latency.Tau);
            values[neuron] = (float)Math.Clamp(code.Latency.Threshold / (1 - rest), 0, 1);
        }
    }
}
