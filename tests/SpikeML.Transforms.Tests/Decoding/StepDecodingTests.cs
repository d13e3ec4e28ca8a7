namespace SpikeML.Tests.Decoding;

public class StepDecodingTests
{
    [Fact]
    public void Decode_moves_each_series_from_its_first_value()
    {
        float[] series = new float[6];
        StepDecoding.Decode([1, 1, 1, 0, -1, 1], [10, 20], series, 0.5);
        Assert.Equal([10, 20, 10.5f, 20, 10, 20.5f], series);
    }

    [Fact]
    public void Decode_gives_no_negative_zero()
    {
        float[] series = [9];
        StepDecoding.Decode([0], [-0f], series, 1);
        Assert.Equal(0, BitConverter.SingleToInt32Bits(series[0]));
    }

    [Fact]
    public void Decode_of_no_step_gives_nothing() => StepDecoding.Decode([], [1, 2], [], 1);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Decode_refuses_a_threshold_that_is_not_above_zero(double threshold) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StepDecoding.Decode([0], [1], new float[1], threshold));

    [Fact]
    public void Decode_refuses_lengths_that_do_not_fit()
    {
        Assert.Throws<ArgumentException>(() => StepDecoding.Decode([0, 1], [1], new float[1], 1));
        Assert.Throws<ArgumentException>(() => StepDecoding.Decode([0, 1, 1], [1, 2], new float[3], 1));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Decode_and_Sum_refuse_spikes_that_are_not_finite(float spike)
    {
        Assert.Throws<InvalidFeatureException>(() => StepDecoding.Decode([0, spike], [1], new float[2], 1));
        Assert.Throws<InvalidFeatureException>(() =>
            StepDecoding.Sum([spike], [], new float[1], 1, new StepDecodingKernel(1, sumFirst: true)));
    }

    [Fact]
    public void Sum_starts_at_the_first_values()
    {
        float[] series = new float[4];
        StepDecoding.Sum([0, 1, 1, 1], [5, 6], series, 2, new StepDecodingKernel(1, sumFirst: true));
        Assert.Equal([5, 7, 6, 8], series);
    }
}
