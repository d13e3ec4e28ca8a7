using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>The tensors' formula is BindsNET's: intervals for as many spikes as there are steps, and their sums.</summary>
internal sealed class PoissonIntervalSubject : EncoderSubject<PoissonIntervalEncodingOptions>
{
    private readonly Random _random = new();

    public override string Name => "Poisson intervals";

    public override bool IsRandom => true;

    protected override IEnumerable<Dial> Dials =>
    [
        new("digits, Gain", 0.1, 300, gain => new PoissonIntervalEncodingOptions { Gain = gain }, FeatureRows.Digits),
        new("paper, Gain", 0.1, 1e6, gain => new PoissonIntervalEncodingOptions { Gain = gain }, FeatureRows.Paper),
    ];

    protected override Tensor Torch(Tensor batch, PoissonIntervalEncodingOptions code)
    {
        Tensor means = where(batch > 0, 1000 / (batch * (code.Gain * code.StepMilliseconds)), zeros(1));
        Tensor intervals = means.unsqueeze(0).expand([code.NumSteps + 1, .. batch.shape]).poisson();
        Tensor times = (intervals + ((intervals == 0) & (means > 0)).to(float32)).cumsum(0);
        times = times.masked_fill_(times > code.NumSteps, 0).to(int64);
        Tensor spikes = zeros([code.NumSteps + 1, .. batch.shape]).scatter_(0, times, ones(1).expand(times.shape));
        return spikes.narrow(0, 1, code.NumSteps);
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, PoissonIntervalEncodingOptions code)
    {
        spikes.Clear();
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            double mean = 1000 / (values[neuron] * code.Gain * code.StepMilliseconds);
            if (!double.IsFinite(mean))
                continue;
            for (int time = Interval(mean, code.NumSteps); time <= code.NumSteps; time += Interval(mean, code.NumSteps))
                spikes[(time - 1) * values.Length + neuron] = 1;
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, PoissonIntervalEncodingOptions code)
    {
        Tensor counts = (spikes != 0).sum(0, type: ScalarType.Float32);
        Tensor lasts = ((spikes != 0).to(float32) * arange(1, code.NumSteps + 1, float32).reshape(-1, 1, 1)).amax([0]);
        Tensor intervals = maximum(lasts / counts, 1 + 0.5 / counts);
        // Few steps suffice: the mean is found to the last digit of single precision.
        Tensor means = intervals;
        for (int i = 0; i < 6; i++)
        {
            Tensor rest = (-means).exp();
            means = means - (means + rest - intervals) / (1 - rest);
        }
        return where(counts == 0, zeros(1), 1000 / (means * (code.Gain * code.StepMilliseconds)));
    }

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, PoissonIntervalEncodingOptions code)
    {
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            int count = 0, last = 0;
            for (int slot = neuron, step = 1; slot < spikes.Length; slot += values.Length, step++)
            {
                if (spikes[slot] != 0)
                    (count, last) = (count + 1, step);
            }
            double mean = count == 0 ? double.PositiveInfinity : MeanOf(Math.Max((double)last / count, 1 + 0.5 / count));
            values[neuron] = (float)(1000 / (mean * code.Gain * code.StepMilliseconds));
        }
    }

    private static double MeanOf(double interval)
    {
        double mean = interval, change = 1;
        while (Math.Abs(change) > 1e-12 * mean)
        {
            double rest = Math.Exp(-mean);
            change = (mean + rest - interval) / (1 - rest);
            mean -= change;
        }
        return mean;
    }

    private int Interval(double mean, int numSteps)
    {
        int interval = 0;
        for (double rest = mean; rest > 0 && interval <= numSteps; rest -= 16)
            interval += Poisson(Math.Min(rest, 16));
        return Math.Clamp(interval, 1, numSteps + 1);
    }

    /// <summary>Knuth's algorithm, by the sum of probabilities.</summary>
    private int Poisson(double mean)
    {
        double rest = _random.NextDouble(), probability = Math.Exp(-mean);
        int count = 0;
        for (; rest >= probability && count < 200; count++)
        {
            rest -= probability;
            probability *= mean / (count + 1);
        }
        return count;
    }
}
