namespace SpikeML.Tests.Encoding.Burst;

public class BurstArgumentTests
{
    private static readonly BurstEncodingOptions Options = new() { NumSteps = 30, MaxSpikes = 5, MinGap = 2, MaxGap = 5 };

    [Fact]
    public void Encode_and_Decode_refuse_missing_options()
    {
        Assert.Throws<ArgumentNullException>(() => BurstEncoding.Encode([0.5f], new float[30], null!));
        Assert.Throws<ArgumentNullException>(() => BurstEncoding.Decode(new float[30], new float[1], null!));
    }

    [Fact]
    public void Encode_and_Decode_refuse_options_out_of_range()
    {
        BurstEncodingOptions none = Options with { MaxSpikes = 0 };
        Assert.Throws<ArgumentOutOfRangeException>(() => BurstEncoding.Encode([0.5f], new float[30], none));
        Assert.Throws<ArgumentOutOfRangeException>(() => BurstEncoding.Decode(new float[30], new float[1], none));
    }

    [Theory]
    [InlineData(29)]
    [InlineData(31)]
    public void Encode_and_Decode_refuse_lengths_that_do_not_fit(int spikes)
    {
        Assert.Throws<ArgumentException>(() => BurstEncoding.Encode([0.5f], new float[spikes], Options));
        Assert.Throws<ArgumentException>(() => BurstEncoding.Decode(new float[spikes], new float[1], Options));
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    [InlineData(float.NaN)]
    public void Encode_refuses_features_beyond_the_unit_range_dense_or_in_slots(float feature)
    {
        Assert.Throws<InvalidFeatureException>(() => BurstEncoding.Encode([feature], new float[30], Options));
        Assert.Throws<InvalidFeatureException>(() => BurstEncoding.TryEncodeSlots([feature], new int[30], Options, out _));
    }

    [Fact]
    public void Decode_gives_zero_where_there_is_no_spike()
    {
        float[] features = [9];
        BurstEncoding.Decode(new float[30], features, Options);
        Assert.Equal([0], features);
    }

    [Theory]
    [InlineData(5, 2, 10, 22)]
    [InlineData(5, 2, 2, 13)]
    [InlineData(1, 2, 10, 1)]
    public void StepsNeeded_is_the_length_of_the_longest_burst(int maxSpikes, int minGap, int maxGap, long steps) =>
        Assert.Equal(steps, BurstEncoding.StepsNeeded(Options with { MaxSpikes = maxSpikes, MinGap = minGap, MaxGap = maxGap }));
}
