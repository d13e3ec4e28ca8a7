using CsCheck;
using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding.RegularRate;

public class RegularRateEncodingTests
{
    public static TheoryData<float, RegularRateEncodingOptions, float[]> Vectors => new()
    {
        { 0.25f, new() { NumSteps = 8 }, [0, 0, 0, 1, 0, 0, 0, 1] },
        { 0.25f, new() { NumSteps = 4, InitialPhase = 0.5 }, [0, 1, 0, 0] },
        { 0.75f, new() { NumSteps = 4, Gain = 2 }, [1, 2, 1, 2] },
        { 0, new() { NumSteps = 3 }, [0, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Encode_gives_a_spike_whenever_one_has_built_up(float feature, RegularRateEncodingOptions options,
        float[] expected) =>
        Assert.Equal(expected, Encode([feature], options));

    [Fact]
    public void Decode_is_off_by_less_than_one_spike() =>
        FeatureCodes.Unit.Sample(features =>
        {
            RegularRateEncodingOptions options = new() { NumSteps = 50 };
            float[] decoded = new float[features.Length];
            RegularRateEncoding.Decode(Encode(features, options), decoded, options);
            Assert.All(features.Zip(decoded), pair => Assert.InRange(pair.First - pair.Second, -1e-6, 1.0 / 50));
        }, iter: 200);

    [Theory]
    [InlineData(0.25f, 2)]
    [InlineData(0.75f, 0.5)]
    public void Decode_divides_by_the_gain(float feature, double gain)
    {
        RegularRateEncodingOptions options = new() { NumSteps = 400, Gain = gain };
        float[] decoded = new float[1];
        RegularRateEncoding.Decode(Encode([feature], options), decoded, options);
        Assert.Equal(feature, decoded[0], 1 / (400 * gain));
    }

    [Theory]
    [InlineData(0, 16)]
    [InlineData(0, 32)]
    [InlineData(5, 13)]
    public void A_pipeline_counts_the_spikes_of_a_step_wherever_neurons_have_more_than_one(int first, int second)
    {
        RegularRateEncodingOptions options = new() { NumSteps = 9 };
        float[] row = new float[40];
        (row[first], row[second]) = (1.5f, 1.5f);
        EncodedRow.AssertSame(PlainFeatureCodes.RegularRate(row, options), new EncodedRow(options, 40).Encode(row));
    }

    [Fact]
    public void Encode_refuses_negative_rates() => Assert.Throws<InvalidFeatureException>(() => Encode([-0.5f], new()));

    private static float[] Encode(float[] features, RegularRateEncodingOptions options) =>
        FeatureCodes.Encode(features, options.NumSteps, (from, spikes) => RegularRateEncoding.Encode(from, spikes, options));
}
