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
        // 0 counts as 1: that lifts the mean by the probability of 0, and takes three times as much less mean squared off the variance.
        double zero = Math.Exp(-mean), expected = mean + zero, variance = mean + zero - 2 * mean * zero - zero * zero;
        double error = 5 * Math.Sqrt(variance / intervals.Length);
        Assert.InRange(intervals.Average(), expected - error, expected + error);
        Assert.InRange(intervals.Average(interval => Math.Pow(interval - expected, 2)), variance * 0.9 - 1e-3, variance * 1.1 + 1e-3);
    }

    [Fact]
    public void Encode_is_silent_at_rate_0_and_where_the_first_interval_is_longer_than_the_train()
    {
        Assert.Equal(0, Encode([0, 1e-30f, 1e-3f], new() { NumSteps = 50, Seed = 2 }).Sum());
    }

    private static float[] Encode(float[] features, PoissonIntervalEncodingOptions options) =>
        FeatureCodes.Encode(features, options.NumSteps, (from, spikes) => PoissonIntervalEncoding.Encode(from, spikes, options));
}
