namespace SpikeML.Tests.Encoding.MovingWindow;

/// <summary>Sums are updated from step to step only where a double holds each of them exactly.</summary>
public class WindowMeansTests
{
    [Theory]
    // 256 values need 9 more digits, so 20 are left for the exponents between the smallest value and the largest.
    [InlineData(256, 1 << 20, true)]
    [InlineData(256, 1 << 21, false)]
    [InlineData(256, -(1 << 21), false)]
    [InlineData(256, 1f / (1 << 20), true)]
    [InlineData(256, 1f / (1 << 21), false)]
    [InlineData(511, 1 << 20, true)]
    [InlineData(512, 1 << 20, false)]
    [InlineData(512, 1 << 19, true)]
    [InlineData(256, 0, true)]
    // Adding up 160 values is not more expensive.
    [InlineData(161, 1, true)]
    [InlineData(160, 1, false)]
    public void CanFollow_is_true_where_the_sums_of_ones_and_another_value_are_exact(int width, float value, bool expected)
    {
        foreach (int slot in new[] { 0, 15, 16, 30 })
        {
            float[] series = [.. Enumerable.Repeat(1f, 31)];
            series[slot] = value;
            Assert.Equal(expected, new WindowMeans<float>(series, 1, width, 0.5).CanFollow(out _));
        }
    }

    [Theory]
    [InlineData(21, true)]
    [InlineData(22, false)]
    public void CanFollow_takes_the_exponent_of_subnormal_values_as_1(int exponent, bool expected)
    {
        float[] series = [float.Epsilon, 0, BitConverter.Int32BitsToSingle(exponent << 23)];
        Assert.Equal(expected, new WindowMeans<float>(series, 1, 256, 0.5).CanFollow(out _));
    }

    [Theory]
    [InlineData(16, 10, false)]
    [InlineData(16, 11, true)]
    [InlineData(20, 10, false)]
    [InlineData(2, 80, false)]
    [InlineData(2, 81, true)]
    public void CanFollow_counts_the_values_of_up_to_sixteen_neurons(int neurons, int width, bool expected) =>
        Assert.Equal(expected, new WindowMeans<float>(new float[40], neurons, width, 0.5).CanFollow(out _));

    [Fact]
    public void CanFollow_is_false_for_doubles() =>
        Assert.False(new WindowMeans<double>([1, 1, 1], 1, 256, 0.5).CanFollow(out _));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void CanFollow_names_the_slot_of_a_value_that_is_not_finite(float value)
    {
        Assert.Equal(1, Assert.Throws<InvalidFeatureException>(() =>
            new WindowMeans<float>([1, value, 1], 1, 256, 0.5).CanFollow(out _)).Slot);
        Assert.Equal(1, Assert.Throws<InvalidFeatureException>(() =>
            new WindowMeans<double>([1, value, 1], 1, 256, 0.5).CanFollow(out _)).Slot);
    }
}
