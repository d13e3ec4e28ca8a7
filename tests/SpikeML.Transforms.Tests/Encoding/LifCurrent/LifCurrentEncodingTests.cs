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

    [Fact]
    public void Decode_refuses_a_gain_of_0() =>
        Assert.Throws<ArgumentException>(() => LifCurrentEncoding.Decode([], [], new() { Gain = 0 }));

    [Fact]
    public void StepSeconds_may_not_make_the_membrane_overshoot() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LifCurrentEncoding.Encode([], [], new() { StepSeconds = 0.011 }));
}
