using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>In double precision: the largest number of the formula, e^99, is none of single precision.</summary>
internal sealed class LogLatencySubject : EncoderSubject<LogLatencyEncodingOptions>
{
    public override string Name => "log latency";

    public override double VectorGoal => 100;

    public override string Limit => "each feature spikes once: 1 %";

    protected override IEnumerable<Dial> Dials => [new("digits", new LogLatencyEncodingOptions(), FeatureRows.Digits)];

    protected override Tensor Torch(Tensor batch, LogLatencyEncodingOptions code)
    {
        int last = code.NumSteps - 1;
        Tensor times = last - (batch.to(float64) * (Math.Exp(last) - 1) + 1).log();
        Tensor steps = times.round().clamp(0, last).to(int64).unsqueeze(0);
        return zeros([code.NumSteps, .. batch.shape]).scatter_(0, steps, ones_like(batch).unsqueeze(0));
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, LogLatencyEncodingOptions code)
    {
        int last = code.NumSteps - 1;
        double a = Math.Exp(last) - 1;
        spikes.Clear();
        for (int neuron = 0; neuron < values.Length; neuron++)
            spikes[(int)Math.Clamp(Math.Round(last - Math.Log(a * values[neuron] + 1)), 0, last) * values.Length + neuron] = 1;
    }

    protected override Tensor TorchDecode(Tensor spikes, LogLatencyEncodingOptions code)
    {
        int last = code.NumSteps - 1;
        Tensor steps = spikes.argmax(0).to(float64);
        return where(spikes.amax([0]) > 0, (((last - steps).exp() - 1) / (Math.Exp(last) - 1)).to(float32), zeros(1));
    }

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, LogLatencyEncodingOptions code)
    {
        int last = code.NumSteps - 1;
        double a = Math.Exp(last) - 1;
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            int step = 0;
            while (step <= last && spikes[step * values.Length + neuron] == 0)
                step++;
            values[neuron] = step <= last ? (float)((Math.Exp(last - step) - 1) / a) : 0;
        }
    }
}
