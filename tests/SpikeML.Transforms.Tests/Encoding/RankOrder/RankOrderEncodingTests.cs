using CsCheck;

namespace SpikeML.Tests.Encoding.RankOrder;

public class RankOrderEncodingTests
{
    public static TheoryData<float[], int?, int[]> Vectors => new()
    {
        { [0.9f, 0.1f, 0.5f], null, [0, 2, 1] },
        { [1, 2, 2, 2], null, [3, 0, 1, 2] },
        { [-1, 0, -0f, -2], null, [2, 0, 1, 3] },
        { [0.9f, 0.1f, 0.5f], 2, [0, -1, 1] },
        { [0.9f, 0.1f], 4, [0, 1] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Encode_fires_in_descending_order_and_ties_by_slot(float[] features, int? numSteps, int[] expected)
    {
        float[] spikes = FeatureCodes.Encode(features, numSteps ?? features.Length, (from, into) =>
            RankOrderEncoding.Encode(from, into, new() { NumSteps = numSteps }));
        Assert.Equal(expected, features.Select((_, slot) =>
            FeatureCodes.Times(spikes, features.Length, slot) is [int time] ? time : -1));
    }

    [Fact]
    public void Decode_attenuates_by_rank()
    {
        RankOrderEncodingOptions options = new() { NumSteps = 3, Modulation = 0.5 };
        Assert.Equal([0.25f, 1, 0, 0.5f], FeatureCodes.Decode([0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0], 4, (spikes, into) =>
            RankOrderEncoding.Decode(spikes, into, options)));
    }

    [Fact]
    public void Decode_restores_the_order() =>
        FeatureCodes.Unit.Sample(features =>
        {
            float[] spikes = FeatureCodes.Encode(features, features.Length, (from, into) =>
                RankOrderEncoding.Encode(from, into, new()));
            float[] decoded = FeatureCodes.Decode(spikes, features.Length, (from, into) =>
                RankOrderEncoding.Decode(from, into, new()));
            Assert.Equal(Order(features), Order(decoded));
            Assert.Equal(features.Length, decoded.Distinct().Count());
            Assert.All(decoded, value => Assert.InRange(value, float.Epsilon, 1));
        }, iter: 200);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Modulation_is_checked(double modulation) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RankOrderEncoding.Decode([], [], new() { Modulation = modulation }));

    private static IEnumerable<int> Order(float[] values) =>
        Enumerable.Range(0, values.Length).OrderByDescending(slot => values[slot]);
}
