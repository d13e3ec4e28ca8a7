using System.Security.Cryptography;
using SpikeML.Tests.Encoding.Rate;

namespace SpikeML.Tests.Draws;

/// <summary>
/// The spikes that a seed gives are part of every saved model. These values were written down once; a change of generator,
/// hash or order of draws shows here, on every processor.
/// </summary>
public class SpikeDrawsTests
{
    [Fact]
    public void A_seed_gives_the_same_spikes_for_ever()
    {
        float[] spikes = Spikes(8, new() { NumSteps = 4, Seed = 42 });
        Assert.Equal(GoldenSpikes, string.Concat(spikes.Select(spike => spike == 1 ? '1' : '0')));
    }

    [Theory]
    [InlineData(784, false, GoldenStatic)]
    [InlineData(3000, true, GoldenVarying)]
    public void A_seed_gives_the_same_long_trains_for_ever(int features, bool timeVarying, string hash)
    {
        RateEncodingOptions options = new() { Seed = -1, Gain = 0.9, Offset = -0.05, TimeVarying = timeVarying };
        byte[] spikes = [.. Spikes(features, options).Select(spike => (byte)spike)];
        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(spikes))[..16]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(784)]
    public void Spikes_follow_the_definition_written_without_vectors(int features)
    {
        RateEncodingOptions options = new() { NumSteps = 7, Seed = 99 };
        float[] spikes = Spikes(features, options);
        Assert.Equal(ScalarRateEncoding.Encode(Features(features), options.NumSteps, options.Seed!.Value, rowKey: 5), spikes);
    }

    private const string GoldenSpikes = "00101101000011010110100000000101";
    private const string GoldenStatic = "591BA4FF3F15695F";
    private const string GoldenVarying = "1F0F13F1FE78FE30";

    private static float[] Spikes(int count, RateEncodingOptions options)
    {
        float[] spikes = new float[options.TimeVarying ? count : count * options.NumSteps];
        RateEncoding.Encode(Features(count), spikes, options, rowKey: 5);
        return spikes;
    }

    private static float[] Features(int count) => [.. Enumerable.Range(0, count).Select(i => i * 37 % 101 / 100f)];
}
