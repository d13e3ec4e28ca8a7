using CsCheck;

namespace SpikeML.Tests.Encoding.Burst;

public class BurstEncodingTests
{
    private static readonly BurstEncodingOptions Options = new() { NumSteps = 40, MaxSpikes = 4, MinGap = 1, MaxGap = 9 };

    public static TheoryData<float, int[]> Vectors => new()
    {
        { 0, [] },
        // ceil(0.25 * 4) = 1 spike; ceil(0.5 * 4) = 2 spikes, ceil(9 - 0.5 * 8) = 5 silent steps; 4 spikes, 1 silent step.
        { 0.25f, [0] },
        { 0.5f, [0, 6] },
        { 1, [0, 2, 4, 6] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Encode_gives_more_spikes_and_shorter_gaps_to_larger_features(float feature, int[] expected) =>
        Assert.Equal(expected, FeatureCodes.Times(Encode([feature], Options), 1, 0));

    [Fact]
    public void Encode_loses_no_spike_at_the_smallest_number_of_steps_that_is_allowed()
    {
        BurstEncodingOptions options = new() { MaxSpikes = 7, MinGap = 3, MaxGap = 30 };
        int least = Enumerable.Range(1, 300).First(steps =>
            Record.Exception(() => Encode([0], options with { NumSteps = steps })) is null);
        FeatureCodes.Unit.Sample(features =>
            Assert.Equal(features.Sum(feature => Math.Ceiling(feature * 7.0)),
                Encode(features, options with { NumSteps = least }).Sum()), iter: 200);
    }

    [Fact]
    public void Decode_is_off_by_at_most_half_a_spike() =>
        FeatureCodes.Unit.Sample(features =>
        {
            float[] decoded = FeatureCodes.Decode(Encode(features, Options), features.Length, (spikes, into) =>
                BurstEncoding.Decode(spikes, into, Options));
            Assert.All(features.Zip(decoded), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, pair.First == 0
                ? 0 : 1 / 8.0 + 1e-6));
        }, iter: 200);

    private static float[] Encode(float[] features, BurstEncodingOptions options) =>
        FeatureCodes.Encode(features, options.NumSteps, (from, spikes) => BurstEncoding.Encode(from, spikes, options));
}
