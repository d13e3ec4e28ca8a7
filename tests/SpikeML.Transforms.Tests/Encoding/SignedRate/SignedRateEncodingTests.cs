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

    private static float[] Encode(float[] features, SignedRateEncodingOptions options) =>
        FeatureCodes.Encode(features, options.NumSteps, (from, spikes) => SignedRateEncoding.Encode(from, spikes, options));
}
