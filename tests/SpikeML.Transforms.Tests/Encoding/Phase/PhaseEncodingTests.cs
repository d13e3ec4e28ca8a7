using CsCheck;

namespace SpikeML.Tests.Encoding.Phase;

public class PhaseEncodingTests
{
    public static TheoryData<float, float[]> Vectors => new()
    {
        { 192 / 256f, [1, 1, 0, 0, 0, 0, 0, 0] },
        { 1 / 256f, [0, 0, 0, 0, 0, 0, 0, 1] },
        { 0, [0, 0, 0, 0, 0, 0, 0, 0] },
        { 1, [1, 1, 1, 1, 1, 1, 1, 1] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Encode_gives_the_binary_digits(float feature, float[] expected) =>
        Assert.Equal(expected, Encode([feature], new()));

    [Fact]
    public void Encode_repeats_after_a_period() =>
        Assert.Equal([1, 0, 1, 0, 1], Encode([0.5f], new() { NumSteps = 5, Period = 2 }));

    [Fact]
    public void Decode_is_at_most_the_last_digit_below() =>
        FeatureCodes.Unit.Sample(features =>
        {
            foreach (int period in new[] { 1, 8, 20 })
            {
                PhaseEncodingOptions options = new() { NumSteps = 24, Period = period };
                float[] decoded = new float[features.Length];
                PhaseEncoding.Decode(Encode(features, options), decoded, options);
                Assert.All(features.Zip(decoded), pair => Assert.InRange(pair.First - pair.Second, 0, Math.ScaleB(1, -period)));
            }
        }, iter: 100);

    private static float[] Encode(float[] features, PhaseEncodingOptions options) =>
        FeatureCodes.Encode(features, options.NumSteps, (from, spikes) => PhaseEncoding.Encode(from, spikes, options));
}
