using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding.PoissonIntervals;

/// <summary>The distribution of intervals, and whether they go together.</summary>
public class PoissonIntervalStatisticsTests
{
    private const double Bound = 5;

    private static readonly PoissonIntervalEncodingOptions Options = new() { NumSteps = 200_000, Seed = 12345 };
    private static readonly PoissonIntervalEncodingOptions Exponential =
        Options with { Intervals = PoissonIntervalDistribution.Exponential };

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(4.5)]
    [InlineData(30)]
    [InlineData(360)]
    [InlineData(1200)]
    public void Intervals_are_Poisson_numbers_with_0_as_1(double mean)
    {
        // Beside other means, which share the table.
        float[] rates = [.. Enumerable.Range(0, 21).Select(i => (float)(1000 / (mean * (i % 3 == 0 ? 1 : i))))];
        int[] intervals = [.. Intervals(rates, Options).Where(own => own.Neuron % 3 == 0).Select(own => own.Steps)];
        Dictionary<int, int> counts = intervals.GroupBy(steps => steps).ToDictionary(group => group.Key, group => group.Count());
        double chiSquared = 0, probability = Math.Exp(-mean), pooled = 0, expected = 0;
        int freedom = -1;
        double own = 1000.0 / rates[0];
        double logOfMean = Math.Log(own), log = -own;
        for (int steps = 0; steps < own + 20 * Math.Sqrt(own) + 40; steps++)
        {
            log += steps == 0 ? 0 : logOfMean - Math.Log(steps);
            expected += intervals.Length * Math.Exp(log);
            pooled += steps == 0 ? 0 : counts.GetValueOrDefault(steps);
            if (expected < 20 || steps == 0)
                continue;
            chiSquared += (pooled - expected) * (pooled - expected) / expected;
            freedom++;
            (pooled, expected) = (0, 0);
        }
        Assert.InRange((chiSquared - freedom) / Math.Sqrt(2.0 * Math.Max(1, freedom)), -Bound, Bound);
    }

    [Fact]
    public void Successive_intervals_do_not_correlate()
    {
        int[] intervals = [.. Intervals([100], Options).Select(own => own.Steps)];
        double mean = intervals.Average(), variance = intervals.Average(steps => (steps - mean) * (steps - mean));
        double sum = intervals.Zip(intervals.Skip(1), (first, second) => (first - mean) * (second - mean)).Sum();
        Assert.InRange(sum / variance / Math.Sqrt(intervals.Length), -Bound, Bound);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(16, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public void Trains_of_neurons_row_keys_and_seeds_do_not_correlate(int neurons, int keys, int seeds)
    {
        PoissonIntervalEncodingOptions options = Options with { NumSteps = 100 };
        float[] rates = [.. Enumerable.Repeat(250f, 40)], first = new float[4000], second = new float[4000];
        List<double> products = [];
        for (ulong row = 0; row < 1000; row++)
        {
            PoissonIntervalEncoding.Encode(rates, first, options, row);
            PoissonIntervalEncoding.Encode(rates, second, options with { Seed = options.Seed + seeds }, row + (ulong)keys);
            // Counts of the last fifty steps, where the first spike is forgotten.
            double[] a = Counts(first), b = Counts(second);
            products.AddRange(Enumerable.Range(0, 40 - neurons).Select(neuron => a[neuron] * b[neuron + neurons]));
        }
        double error = Math.Sqrt(products.Average(product => product * product) / products.Count);
        Assert.InRange(products.Average() / error, -Bound, Bound);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(700)]
    public void Exponential_intervals_make_a_Poisson_process(double rate)
    {
        float[] rates = [.. Enumerable.Repeat((float)rate, 200)];
        double[] intervals = [.. Intervals(rates, Exponential).Select(own => (double)own.Steps)];
        // A step has no spike with a probability of exp(-rate of a step), so that intervals are geometric numbers.
        double spike = 1 - Math.Exp(-rate / 1000), count = 200.0 * Options.NumSteps * spike;
        Assert.InRange((intervals.Length - count) / Math.Sqrt(count * (1 - spike)), -Bound, Bound);
        if (rate < 1)
            return;
        double mean = intervals.Average(), deviation = Math.Sqrt(intervals.Average(steps => (steps - mean) * (steps - mean)));
        Assert.InRange(deviation / mean / Math.Sqrt(1 - spike), 0.97, 1.03);
    }

    [Fact]
    public void BindsNETs_intervals_are_almost_regular_at_low_rates()
    {
        double[] intervals = [.. Intervals([.. Enumerable.Repeat(1f, 50)], Options).Select(own => (double)own.Steps)];
        double mean = intervals.Average(), deviation = Math.Sqrt(intervals.Average(steps => (steps - mean) * (steps - mean)));
        Assert.InRange(deviation / mean, 0.025, 0.04);
    }

    [Fact]
    public void Exponential_trains_are_Bernoulli_trials()
    {
        float[] rates = [.. Enumerable.Range(0, 100).Select(i => 20f * i)];
        DrawnStatistics statistics = new([.. rates.Select(rate => (float)(1 - Math.Exp(-rate / 1000.0)))], 100, 100);
        void Encode(ulong row, float[] spikes) =>
            PoissonIntervalEncoding.Encode(rates, spikes, Exponential with { NumSteps = 100 }, row);
        statistics.AssertMeans(Encode);
        statistics.AssertNoCorrelationWithin(Encode);
        statistics.AssertNoCorrelation(Encode, (row, spikes) => Encode(row + 1, spikes));
    }

    private static double[] Counts(float[] spikes)
    {
        double[] counts = [.. Enumerable.Range(0, 40)
            .Select(neuron => (double)Enumerable.Range(50, 50).Sum(step => spikes[step * 40 + neuron]))];
        return [.. counts.Select(count => count - 50 / (4 + Math.Exp(-4)))];
    }

    private static IEnumerable<(int Neuron, int Steps)> Intervals(float[] rates, PoissonIntervalEncodingOptions options)
    {
        float[] spikes = new float[rates.Length * options.NumSteps];
        PoissonIntervalEncoding.Encode(rates, spikes, options);
        for (int neuron = 0; neuron < rates.Length; neuron++)
        {
            int last = -1;
            for (int step = 0; step < options.NumSteps; step++)
            {
                if (spikes[step * rates.Length + neuron] == 0)
                    continue;
                yield return (neuron, step - last);
                last = step;
            }
        }
    }
}
