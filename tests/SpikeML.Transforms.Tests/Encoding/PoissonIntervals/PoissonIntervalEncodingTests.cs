using CsCheck;

namespace SpikeML.Tests.Encoding.PoissonIntervals;

public class PoissonIntervalEncodingTests
{
    [Theory]
    [InlineData(250, 4)]
    [InlineData(10, 100)]
    [InlineData(1000, 1)]
    public void Encode_draws_intervals_of_the_right_mean_and_variance(float rate, double mean)
    {
        PoissonIntervalEncodingOptions options = new() { NumSteps = 400_000, Seed = 2 };
        int[] times = FeatureCodes.Times(Encode([rate], options), 1, 0);
        double[] intervals = [.. times.Prepend(-1).Zip(times, (before, time) => (double)time - before)];
        // 0 counts as 1: that lifts the mean by the probability of 0, and changes the variance as below.
        double zero = Math.Exp(-mean), expected = mean + zero, variance = mean + zero - 2 * mean * zero - zero * zero;
        double error = 5 * Math.Sqrt(variance / intervals.Length);
        Assert.InRange(intervals.Average(), expected - error, expected + error);
        Assert.InRange(intervals.Average(interval => Math.Pow(interval - expected, 2)), variance * 0.9 - 1e-3,
            variance * 1.1 + 1e-3);
    }

    [Fact]
    public void Encode_is_silent_at_rate_0_and_where_the_first_interval_is_longer_than_the_train()
    {
        Assert.Equal(0, Encode([0, 1e-30f, 1e-3f], new() { NumSteps = 50, Seed = 2 }).Sum());
    }

    [Fact]
    public void Decode_is_off_by_no_more_than_the_draws_are() =>
        FeatureCodes.Unit.Sample(unit =>
        {
            // Mean intervals of 3 to 300 steps.
            float[] features = [.. unit.Select(value => 333 * MathF.Pow(0.01f, value))];
            PoissonIntervalEncodingOptions options = new() { NumSteps = 1000, Seed = 2 };
            float[] decoded = FeatureCodes.Decode(Encode(features, options), features.Length, (spikes, into) =>
                PoissonIntervalEncoding.Decode(spikes, into, options with { Seed = null }));
            // Eight times the standard error, 1 / sqrt(1000).
            Assert.All(features.Zip(decoded), pair => Assert.InRange(pair.Second / pair.First, 1 - 0.253, 1 + 0.253));
        }, iter: 100);

    [Theory]
    [InlineData(500)]
    [InlineData(1000)]
    [InlineData(3000)]
    public void Decode_heeds_that_intervals_of_0_count_as_1(float rate)
    {
        PoissonIntervalEncodingOptions options = new() { NumSteps = 100_000, Seed = 2 };
        float decoded = FeatureCodes.Decode(Encode([rate], options), 1, (spikes, into) =>
            PoissonIntervalEncoding.Decode(spikes, into, options))[0];
        Assert.InRange(decoded / rate, 0.95, 1.05);
    }

    [Fact]
    public void Decode_gives_0_of_silence_and_a_finite_rate_of_a_spike_at_each_step()
    {
        float[] decoded = FeatureCodes.Decode([0, 1, 0, 1, 0, 1], 2, (spikes, into) =>
            PoissonIntervalEncoding.Decode(spikes, into, new() { NumSteps = 3 }));
        // An interval of 1 + 1/6 is the expectation of m = 0.6435: m + e^-m.
        Assert.Equal(0, decoded[0]);
        Assert.Equal(1 + 1 / 6.0, 1000 / decoded[1] + Math.Exp(-1000 / decoded[1]), 6);
    }

    [Fact]
    public void Decode_of_a_Poisson_process_inverts_the_expected_number_of_spikes()
    {
        PoissonIntervalEncodingOptions options = new()
        {
            NumSteps = 4,
            Gain = 2,
            StepMilliseconds = 4,
            Intervals = PoissonIntervalDistribution.Exponential,
        };
        // 0, 1, 3 and 4 spikes in 4 steps; in the last case as if half a step had been silent.
        float[] spikes = [0, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 0, 0, 1, 1];
        float[] decoded = FeatureCodes.Decode(spikes, 4, (from, into) => PoissonIntervalEncoding.Decode(from, into, options));
        double[] expected = [0, -Math.Log(3 / 4.0) / 0.008, -Math.Log(1 / 4.0) / 0.008, -Math.Log(0.5 / 4) / 0.008];
        Assert.Equal(expected.Select(value => (float)value), decoded);
        Assert.False(float.IsNegative(decoded[0]));
    }

    [Fact]
    public void Decode_divides_by_the_gain_and_the_length_of_a_step()
    {
        float[] spikes = [.. Enumerable.Range(0, 100).Select(step => step % 20 == 19 ? 1f : 0)];
        PoissonIntervalEncodingOptions options = new() { Gain = 2, StepMilliseconds = 5 };
        float[] decoded = FeatureCodes.Decode(spikes, 1, (from, into) => PoissonIntervalEncoding.Decode(from, into, options));
        // m + e^-m is 20 for an m that is 2e-9 below 20.
        Assert.Equal(1000 / (20.0 * 2 * 5), decoded[0], 1e-6);
    }

    private static float[] Encode(float[] features, PoissonIntervalEncodingOptions options) =>
        FeatureCodes.Encode(features, options.NumSteps, (from, spikes) => PoissonIntervalEncoding.Encode(from, spikes, options));
}
