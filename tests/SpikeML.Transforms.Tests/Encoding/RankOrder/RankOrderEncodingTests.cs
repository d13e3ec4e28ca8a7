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
        float[] spikes = FeatureCodes.Encode(features, numSteps ?? features.Length, (from, into) => RankOrderEncoding.Encode(from, into, new() { NumSteps = numSteps }));
        Assert.Equal(expected, features.Select((_, slot) => FeatureCodes.Times(spikes, features.Length, slot) is [int time] ? time : -1));
    }
}
