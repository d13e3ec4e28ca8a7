namespace SpikeML.Tests.Encoding.MovingWindow;

/// <summary>How many thresholds each value of sixteen series is above or below the mean of its window.</summary>
public class WindowDeviationsTests
{
    private const int Series = DoubleLanes.Count;

    private static readonly double[] Even = [.. Enumerable.Range(1, 20).Select(part => part / 20.0)];

    public static TheoryData<int, int> Shapes => new(
        from steps in new[] { 1, 2, 3, 40 } from window in new[] { 1, 2, 15, 30 } select (steps, window));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Write_counts_the_thresholds_that_a_value_is_beyond(int steps, int window)
    {
        Random random = new(steps + window);
        // Values that are multiples of the thresholds meet them exactly; others lie beyond all of them, or just beside one.
        foreach (Func<double> value in new Func<double>[]
        {
            random.NextDouble, () => random.Next(-20, 21) / 20.0, () => 8 * random.NextDouble() - 4, () => random.Next(2) / 20.0,
        })
        {
            double[] tile = [.. Enumerable.Range(0, steps * Series).Select(_ => value())];
            AssertCounts(tile, window, Even);
            AssertCounts(Array.ConvertAll(tile, own => (float)own), window, Even);
            AssertCounts(tile, window, [0.25, 0.75]);
        }
    }

    [Fact]
    public void A_spike_of_a_threshold_is_a_deviation_above_its_bound()
    {
        WindowDeviations<float> deviations = WindowDeviations<float>.TryMake(2, Even, 1)!;
        Assert.Equal([0.5f, 1.5f, 19.5f], [deviations.Bound(0), deviations.Bound(1), deviations.Bound(19)]);
    }

    [Theory]
    [InlineData(new[] { 0.5 }, 1)]
    [InlineData(new[] { 0.5, 0.5 }, 1)]
    [InlineData(new[] { 0.5, 0.25 }, 1)]
    [InlineData(new[] { 0.5, 0.25 }, 0)]
    [InlineData(new[] { 0.1, 0.2, 0.4 }, 1)]
    [InlineData(new[] { 0.1, 0.2001, 0.3 }, 1)]
    // A tenth of the distance between thresholds is a hundred times the largest rounding error, or less.
    [InlineData(new[] { 0.1, 0.2, 0.3 }, 3e11)]
    [InlineData(new[] { 0.1, double.NaN }, 1)]
    [InlineData(new[] { 0.1, double.PositiveInfinity }, 1)]
    public void TryMake_gives_nothing_where_thresholds_are_not_evenly_spaced_or_values_are_too_large(
        double[] thresholds, double largest)
    {
        Assert.Null(WindowDeviations<double>.TryMake(2, thresholds, largest));
        Assert.Null(WindowDeviations<float>.TryMake(2, thresholds, largest));
    }

    [Theory]
    [InlineData(new[] { 0.5, 0.75 }, 1)]
    [InlineData(new[] { 0.1, 0.2, 0.3 }, 1e10)]
    [InlineData(new[] { 1e-30, 2e-30, 3e-30 }, 1e-28)]
    [InlineData(new[] { 1e30, 2e30, 3e30 }, 1e32)]
    public void TryMake_takes_thresholds_that_rounding_cannot_confuse(double[] thresholds, double largest) =>
        Assert.NotNull(WindowDeviations<double>.TryMake(2, thresholds, largest));

    private static void AssertCounts<T>(T[] tile, int window, double[] thresholds)
        where T : unmanaged
    {
        WindowDeviations<T> deviations = WindowDeviations<T>.TryMake(window, thresholds, 4)!;
        float[] counts = new float[tile.Length];
        Array.Fill(counts, float.NaN);
        deviations.Write(tile, counts, new double[tile.Length]);
        for (int slot = 0; slot < tile.Length; slot++)
        {
            (double value, double mean) = (ValueLanes.Wide(tile[slot]), Mean(tile, slot, window + 1));
            int beyond = thresholds.Count(threshold => value > mean + threshold || value < mean - threshold);
            // The first value is restored as it is, so its deviation counts for nothing.
            Assert.Equal(slot < Series ? 0 : value < mean ? -beyond : beyond, counts[slot]);
        }
    }

    private static double Mean<T>(T[] tile, int slot, int width)
        where T : unmanaged
    {
        int steps = tile.Length / Series, length = Math.Min(width, steps);
        int from = Math.Max(0, slot / Series - length);
        double sum = 0;
        for (int step = from; step < from + length; step++)
            sum += ValueLanes.Wide(tile[step * Series + slot % Series]);
        return sum / length;
    }
}
