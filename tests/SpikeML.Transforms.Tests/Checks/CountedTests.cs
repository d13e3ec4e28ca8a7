namespace SpikeML.Tests.Checks;

public class CountedTests
{
    [Theory]
    [InlineData(0, "0 spikes")]
    [InlineData(1, "1 spike")]
    [InlineData(2, "2 spikes")]
    [InlineData(1_000, "1,000 spikes")]
    [InlineData(5_000_000_000, "5,000,000,000 spikes")]
    public void Of_takes_the_singular_for_one(long count, string expected) => Assert.Equal(expected, Counted.Of(count, "spike"));

    [Theory]
    [InlineData(new int[0], 40, "1 spike, 1 neuron, 40 steps")]
    [InlineData(new[] { 1 }, 1, "1 spike, 1 neuron, 1 step")]
    [InlineData(new[] { 3 }, 2, "1 spike, 3 neurons, 2 steps")]
    [InlineData(new[] { 28, 28 }, 1_000, "1 spike, 784 neurons [28, 28], 1,000 steps")]
    public void ToString_of_a_train_is_in_plain_English(int[] shape, int numSteps, string expected) =>
        Assert.Equal(expected, SpikeTrain.FromEvents([new(0, 0, 1)], numSteps, shape).ToString());

    [Fact]
    public void Messages_take_the_singular_for_one()
    {
        Assert.StartsWith("7 values cannot be divided into steps of 2 neurons.", Message(() =>
            DeltaEncoding.Encode(new float[7], new float[7], 2, new())), StringComparison.Ordinal);
        Assert.StartsWith("The spikes of 1 feature need room for 100 values, 100 for each feature; got 3.", Message(() =>
            LatencyEncoding.Encode([1], new float[3], new())), StringComparison.Ordinal);
        Assert.StartsWith("Cannot compute the largest spike time of zero features.", Message(() =>
            LatencyEncoding.LargestTime([], new())), StringComparison.Ordinal);
    }

    private static string Message(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
