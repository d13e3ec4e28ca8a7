namespace SpikeML.Tests.Draws;

public class ActiveNeuronTests
{
    private static readonly float[] Hard =
    [
        0, -0f, float.Epsilon, -float.Epsilon, 1.17549435E-38f, 1e-20f, 2.3283064E-10f, 1.1641532E-10f, 4.656613E-10f,
        0.001953125f, 0.0019531249f, 0.5f, 0.99999994f, 1, 1.0000001f, 2, -1, -0.5f, 3e38f, 0.1f, 0.33333334f,
    ];

    [Fact]
    public void Neurons_and_limits_are_those_of_one_neuron_at_a_time()
    {
        for (int length = 1; length <= 70; length++)
        {
            foreach ((float gain, float offset) in new[] { (1f, 0f), (0.75f, 0.25f), (-1, 0.5f), (float.PositiveInfinity, 0) })
                AssertSelects([.. Enumerable.Range(0, length).Select(i => Hard[(i * 5 + length) % Hard.Length])], gain, offset);
        }
    }

    private static void AssertSelects(float[] features, float gain, float offset)
    {
        int capacity = ActiveNeurons.Capacity(features.Length);
        int[] neurons = new int[capacity];
        uint[] limits = new uint[capacity];
        int count = ActiveNeurons.Select(features, gain, offset, neurons, limits).Count;
        int[] expected = [.. Enumerable.Range(0, features.Length).Where(i => features[i] * gain + offset > 0)];
        Assert.Equal(expected, neurons.Take(count));
        Assert.Equal(expected.Select(i => Limit(features[i] * gain + offset)), limits.Take(count));
        Assert.All(limits[count..ActiveNeurons.Capacity(count)], limit => Assert.Equal(0u, limit));
    }

    private static uint Limit(float probability) =>
        probability < 1 ? (uint)((long)Math.Ceiling(probability * 4294967296.0) - 1) : uint.MaxValue;
}
