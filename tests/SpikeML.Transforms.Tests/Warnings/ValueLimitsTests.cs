namespace SpikeML.Tests.Warnings;

public class ValueLimitsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 0.9)]
    [InlineData(-1e300, 1e300)]
    [InlineData(0.5, double.PositiveInfinity)]
    public void Measure_counts_what_is_outside_to_the_last_bit(double lowest, double highest)
    {
        float[] near = [.. new[] { lowest, highest }.SelectMany(limit => new[]
        {
            (float)limit, MathF.BitIncrement((float)limit), MathF.BitDecrement((float)limit),
        }).Where(float.IsFinite)];
        Random random = new(1);
        foreach (int length in new[] { 1, 15, 16, 17, 500 })
        {
            float[] values = [.. Enumerable.Range(0, length).Select(i =>
                i % 3 == 0 && near.Length > 0 ? near[i % near.Length] : random.NextSingle() * 4 - 2)];
            int outside = values.Count(value => value < lowest || value > highest);
            Assert.Equal((values.Min(), values.Max(), outside), new ValueLimits(lowest, highest, "").Measure(values));
        }
    }
}
