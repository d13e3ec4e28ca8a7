using CsCheck;

namespace SpikeML.Tests.Encoding.Rate;

public class RateDecodingTests
{
    public static TheoryData<RateEncodingOptions> Options => new()
    {
        new RateEncodingOptions { NumSteps = 300, Seed = 4 },
        new RateEncodingOptions { NumSteps = 300, Seed = 4, Gain = -0.5, Offset = 0.75, FirstSpikeTime = 50 },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void Decode_is_off_by_no_more_than_the_draws_are(RateEncodingOptions options) =>
        FeatureCodes.Unit.Sample(features =>
        {
            float[] spikes = FeatureCodes.Encode(features, 300, (from, into) => RateEncoding.Encode(from, into, options));
            float[] decoded = FeatureCodes.Decode(spikes, features.Length, (from, into) =>
                RateDecoding.Decode(from, into, options with { Seed = null }));
            Assert.All(features.Zip(decoded), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0,
                FeatureCodes.LargestDeviation(pair.First * options.Gain + options.Offset,
                    300 - options.FirstSpikeTime) / Math.Abs(options.Gain) + 1e-6));
        }, iter: 100);

    [Fact]
    public void Decode_divides_by_the_steps_that_may_have_spikes()
    {
        float[] spikes = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0], decoded = [1, 1];
        RateDecoding.Decode(spikes, decoded, new() { NumSteps = 6, FirstSpikeTime = 2, Gain = -2 });
        Assert.Equal(-0.125f, decoded[1]);
        // Silence is a positive 0.
        Assert.Equal(0, BitConverter.SingleToInt32Bits(decoded[0]));
    }

    [Fact]
    public void Decode_refuses_what_holds_no_rate()
    {
        Assert.StartsWith("A time-varying rate cannot be decoded: each value gives at most one spike. Average the spikes over "
            + "steps instead.", Assert.Throws<ArgumentException>(() =>
                RateDecoding.Decode([], [], new() { TimeVarying = true })).Message, StringComparison.Ordinal);
        Assert.Contains("Gain = 0", Assert.Throws<ArgumentException>(() => RateDecoding.Decode([], [], new() { Gain = 0 }))
            .Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_refuses_spikes_that_are_not_finite() =>
        Assert.Throws<InvalidFeatureException>(() => RateDecoding.Decode([0, float.NaN], new float[1], new() { NumSteps = 2 }));
}
