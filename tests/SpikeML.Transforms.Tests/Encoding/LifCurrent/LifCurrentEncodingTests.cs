namespace SpikeML.Tests.Encoding.LifCurrent;

public class LifCurrentEncodingTests
{
    [Fact]
    public void Encode_integrates_leaks_and_resets()
    {
        // With step * rate = 1/2 and a current of 1.25: 0.625, 0.9375, 1.09375 fires; then again.
        LifCurrentEncodingOptions options = new() { NumSteps = 7, StepSeconds = 0.5, MembraneRate = 1 };
        float[] spikes = FeatureCodes.Encode([1.25f, 1, 2], 7, (from, into) => LifCurrentEncoding.Encode(from, into, options));
        Assert.Equal([2, 5], FeatureCodes.Times(spikes, 3, 0));
        Assert.Empty(FeatureCodes.Times(spikes, 3, 1));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], FeatureCodes.Times(spikes, 3, 2));
    }

    [Theory]
    [InlineData(0.001, 0, 0, 1, 12)]
    [InlineData(0.005, -0.2, 0.1, -1.5, -4)]
    [InlineData(0.01, 0, 0, 1, 3)]
    public void Decode_gives_the_middle_of_the_currents_that_fire_as_often(double stepSeconds, double leak, double reset,
        double gain, double largest)
    {
        LifCurrentEncodingOptions options = new()
        {
            NumSteps = 40,
            StepSeconds = stepSeconds,
            LeakPotential = leak,
            ResetPotential = reset,
            Gain = gain
        };
        float[] features = [.. Enumerable.Range(0, 6001).Select(part => (float)(part / 6000.0 * largest))];
        float[] spikes = FeatureCodes.Encode(features, 40, (from, into) => LifCurrentEncoding.Encode(from, into, options));
        float[] decoded = FeatureCodes.Decode(spikes, features.Length, (from, into) =>
            LifCurrentEncoding.Decode(from, into, options));
        foreach (IGrouping<int, int> alike in Enumerable.Range(0, features.Length).GroupBy(slot =>
            FeatureCodes.Times(spikes, features.Length, slot) is [int first, ..] ? first : -1))
        {
            (float low, float high) = (alike.Min(slot => features[slot]), alike.Max(slot => features[slot]));
            // The silent become 0. What fires at each step has no highest current: its lowest is taken, nearest to 0.
            double expected = alike.Key switch { -1 => 0, 0 => gain > 0 ? low : high, _ => (low + high) / 2 };
            Assert.All(alike, slot => Assert.Equal(expected, decoded[slot], Math.Abs(largest) / 3000));
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, -5)]
    [InlineData(-1, -5)]
    [InlineData(1e6, 0)]
    [InlineData(1e-6, 0)]
    public void Encode_fires_if_the_membrane_settles_at_the_threshold_itself(double threshold, double reset)
    {
        // With step * rate = 1, the membrane is at the current after one step.
        LifCurrentEncodingOptions options = new()
        {
            NumSteps = 3,
            StepSeconds = 0.01,
            Threshold = (float)threshold,
            ResetPotential = reset
        };
        float[] spikes = FeatureCodes.Encode([(float)threshold, MathF.BitDecrement((float)threshold)], 3, (from, into) =>
            LifCurrentEncoding.Encode(from, into, options));
        Assert.Equal([1, 0, 1, 0, 1, 0], spikes);
    }

    [Fact]
    public void Encode_of_doubles_keeps_the_digits_that_the_leak_leaves()
    {
        LifCurrentEncodingOptions options = new() { NumSteps = 7, StepSeconds = 0.5, MembraneRate = 1 };
        float[] expected = FeatureCodes.Encode([1.25f, 1, 2], 7, (from, into) => LifCurrentEncoding.Encode(from, into, options));
        float[] spikes = new float[21];
        LifCurrentEncoding.EncodeDense(new ColumnValues([1e9f, 1e9f, 1e9f], [1e9 + 1.25, 1e9 + 1, 1e9 + 2]), spikes,
            options with { LeakPotential = -1e9 });
        Assert.Equal(expected, spikes);
    }

    [Fact]
    public void Decode_never_gives_a_negative_zero()
    {
        LifCurrentEncodingOptions options = new() { NumSteps = 3, StepSeconds = 0.01, LeakPotential = 1, Gain = -1 };
        float[] decoded = FeatureCodes.Decode([1, 0, 1, 0, 1, 0], 2, (from, into) =>
            LifCurrentEncoding.Decode(from, into, options));
        Assert.Equal([0, 0], decoded.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Decode_refuses_a_gain_of_0() =>
        Assert.Throws<ArgumentException>(() => LifCurrentEncoding.Decode([], [], new() { Gain = 0 }));

    [Fact]
    public void StepSeconds_may_not_make_the_membrane_overshoot() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LifCurrentEncoding.Encode([], [], new() { StepSeconds = 0.011 }));
}
