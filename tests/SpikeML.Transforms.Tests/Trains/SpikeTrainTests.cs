namespace SpikeML.Tests.Trains;

public class SpikeTrainTests
{
    private static readonly float[] TwoStepsOfSix = [0, 1, 0, 0, -1, 0, 0.5f, 0, 0, 0, 0, 1];

    [Fact]
    public void FromDense_keeps_events_in_time_order()
    {
        SpikeTrain train = SpikeTrain.FromDense(TwoStepsOfSix, 2, 2, 3);

        Assert.Equal([new(0, 1, 1), new(0, 4, -1), new(1, 0, 0.5f), new(1, 5, 1)], train);
        Assert.Equal((2, 6, 4), (train.NumSteps, train.NeuronCount, train.Count));
        Assert.Equal([2, 3], train.Shape);
    }

    [Fact]
    public void ToDense_gives_back_what_FromDense_took() =>
        Assert.Equal(TwoStepsOfSix, SpikeTrain.FromDense(TwoStepsOfSix, 2, 2, 3).ToDense());

    [Fact]
    public void FromDense_makes_one_dimension_when_no_shape_is_given() =>
        Assert.Equal([6], SpikeTrain.FromDense(TwoStepsOfSix, 2).Shape);

    [Fact]
    public void FromEvents_sorts_events() =>
        Assert.Equal([new(0, 1, 1), new(1, 0, 1)], SpikeTrain.FromEvents([new(1, 0, 1), new(0, 1, 1)], 2, 2));

    [Fact]
    public void OfNeuron_keeps_that_neuron_alone() =>
        Assert.Equal([new(0, 0, -1)], SpikeTrain.FromDense(TwoStepsOfSix, 2).OfNeuron(4));

    [Theory]
    [InlineData(5, 6)]
    [InlineData(2, 5)]
    public void FromDense_refuses_a_shape_that_does_not_fit(int numSteps, int neurons)
    {
        var error = Assert.Throws<ArgumentException>(() => SpikeTrain.FromDense(TwoStepsOfSix, numSteps, neurons));
        Assert.Contains("got 12", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 0, 1)]
    [InlineData(0, 2, 1)]
    [InlineData(-1, 0, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, float.NaN)]
    public void FromEvents_refuses_an_event_that_no_train_holds(int step, int neuron, float value) =>
        Assert.Throws<ArgumentException>(() => SpikeTrain.FromEvents([new(step, neuron, value)], 2, 2));

    [Fact]
    public void FromEvents_refuses_the_same_spike_twice() =>
        Assert.Throws<ArgumentException>(() => SpikeTrain.FromEvents([new(0, 0, 1), new(0, 0, 1)], 2, 2));
}
