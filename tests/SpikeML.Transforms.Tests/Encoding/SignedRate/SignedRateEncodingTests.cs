using CsCheck;

namespace SpikeML.Tests.Encoding.SignedRate;

public class SignedRateEncodingTests
{
    [Fact]
    public void Encode_gives_each_feature_spikes_of_its_sign_at_its_rate()
    {
        SignedRateEncodingOptions options = new() { NumSteps = 40_000, Seed = 9 };
        float[] features = [-0.25f, 0.5f, 0, -2];
        float[] spikes = Encode(features, options);
        for (int slot = 0; slot < features.Length; slot++)
        {
            double mean = Enumerable.Range(0, 40_000).Average(step => spikes[step * 4 + slot]);
            double expected = Math.Clamp(features[slot], -1, 1);
            Assert.InRange(mean, expected - 0.0125, expected + 0.0125);
        }
        Assert.Equal(spikes, Encode(features, options));
    }

    [Fact]
    public void Encode_draws_anew_for_the_negative_row()
    {
        SignedRateEncodingOptions options = new() { NumSteps = 64, Seed = 9 };
        Assert.NotEqual(Encode([0.5f], options), Encode([-0.5f], options).Select(spike => -spike));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.5)]
    public void Decode_is_off_by_no_more_than_the_draws_are(double gain) =>
        FeatureCodes.Unit.Sample(unit =>
        {
            float[] features = [.. unit.Select(value => 2 * value - 1)];
            SignedRateEncodingOptions options = new() { NumSteps = 300, Seed = 9, Gain = gain };
            float[] decoded = FeatureCodes.Decode(Encode(features, options), features.Length, (spikes, into) =>
                SignedRateEncoding.Decode(spikes, into, options with { Seed = null }));
            Assert.All(features.Zip(decoded), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0,
                FeatureCodes.LargestDeviation(Math.Abs(pair.First * gain), 300) / Math.Abs(gain)));
        }, iter: 100);

    [Fact]
    public void Decode_of_silence_is_a_positive_0()
    {
        float[] decoded = [1];
        SignedRateEncoding.Decode([0, 0], decoded, new() { NumSteps = 2, Gain = -1 });
        Assert.Equal(0, BitConverter.SingleToInt32Bits(decoded[0]));
    }

    [Fact]
    public void Decode_refuses_a_gain_of_0() =>
        Assert.Throws<ArgumentException>(() => SignedRateEncoding.Decode([], [], new() { Gain = 0 }));

    private static float[] Encode(float[] features, SignedRateEncodingOptions options) =>
        FeatureCodes.Encode(features, options.NumSteps, (from, spikes) => SignedRateEncoding.Encode(from, spikes, options));
}
