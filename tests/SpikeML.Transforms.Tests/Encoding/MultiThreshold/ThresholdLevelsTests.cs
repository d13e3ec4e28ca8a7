namespace SpikeML.Tests.Encoding.MultiThreshold;

/// <summary>The level of a value is the number of thresholds that it has reached, decided in double precision.</summary>
public class ThresholdLevelsTests
{
    public static TheoryData<double, double, int> Ranges => new(
        from ends in new[]
            { (0.1, 0.7), (-3, 5), (-7, -6.9), (1e8, 1e8 + 1), (1, 1 + 1e-12), (0, 1e-40), (-1e38, 3e38), (40, 90) }
        from count in new[] { 2, 8, 32, 33, 1024 }
        select (ends.Item1, ends.Item2, count));

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Of_counts_the_thresholds_that_a_value_has_reached(double lowest, double highest, int count)
    {
        ThresholdLevels levels = new(lowest, highest, count);
        double[] exact = Values(levels, double.BitIncrement, double.BitDecrement);
        float[] rounded = Values(levels, value => MathF.BitIncrement((float)value), value => MathF.BitDecrement((float)value))
            .Select(value => (float)value).Where(float.IsFinite).ToArray();
        foreach (int length in (int[])[exact.Length, 1, 15, 16, 17, 40])
        {
            AssertLevels(levels, exact.AsSpan(0, Math.Min(length, exact.Length)));
            AssertLevels(levels, rounded.AsSpan(0, Math.Min(length, rounded.Length)));
        }
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Slots_are_those_of_a_train(double lowest, double highest, int count)
    {
        ThresholdLevels levels = new(lowest, highest, count);
        // The ends, which many thresholds lie between, and values next to some thresholds; the first reach the first vector.
        double[] values = [.. Values(levels, double.BitIncrement, double.BitDecrement)
            .Where((_, at) => at % Math.Max(1, count / 8) == 0)];
        double[] series = [.. values.SelectMany(value => new[] { value, lowest - 1, highest + 1 })];
        foreach (int neurons in (int[])[1, 3])
        {
            AssertSlots<double>(series.AsSpan(0, series.Length / neurons * neurons), neurons, levels);
            AssertSlots<float>(Array.ConvertAll(series, value => (float)value).AsSpan(0, series.Length / neurons * neurons),
                neurons, levels);
        }
    }

    /// <summary>Each threshold and its neighbours, and values far beyond the outermost ones.</summary>
    private static double[] Values(ThresholdLevels levels, Func<double, double> above, Func<double, double> below) =>
    [
        .. Enumerable.Range(0, levels.Count).Select(levels.At).SelectMany(threshold =>
            new[] { threshold, above(threshold), below(threshold) }),
        -1e38, 3e38, 0, 1e30, -1e30,
    ];

    private static void AssertLevels<T>(ThresholdLevels levels, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        T[] thresholds = new T[levels.Count];
        levels.CopyTo<T>(thresholds);
        int[] many = new int[values.Length];
        levels.Of(values, many, thresholds);
        for (int i = 0; i < values.Length; i++)
        {
            double value = ValueLanes.Wide(values[i]);
            int expected = Enumerable.Range(0, levels.Count).Count(index => levels.At(index) <= value);
            Assert.Equal((expected, expected), (levels.Of(value), many[i]));
        }
    }

    private static void AssertSlots<T>(ReadOnlySpan<T> series, int neurons, ThresholdLevels levels)
        where T : unmanaged
    {
        float[] spikes = new float[series.Length * 2 * levels.Count];
        MultiThresholdEncoding.EncodeRow(series, spikes, neurons, levels);
        int[] slots = new int[spikes.Count(spike => spike != 0)];
        Assert.Equal(slots.Length, MultiThresholdEncoding.EncodeSlots(series, slots, neurons, levels));
        Assert.Equal(Enumerable.Range(0, spikes.Length).Where(slot => spikes[slot] == 1), slots);
    }
}
