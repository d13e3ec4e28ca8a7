namespace SpikeML.Tests.Trains;

public class SpikeTrainTimesTests
{
    [Fact]
    public void Seconds_that_division_rounds_down_are_in_the_step_that_they_name() => Assert.Equal(
        [new SpikeEvent(0, 2, 1), new(3, 0, 2), new(7, 1, 1)],
        SpikeTrain.FromTimes([0.3, 0.0999, 0.7, 0.3000001, 1.0], [0, 2, 1, 0, 0], stepDuration: 0.1, numSteps: 10, 3));

    [Fact]
    public void A_time_before_a_step_by_more_than_the_tolerance_is_in_the_step_before() => Assert.Equal(
        [1, 2], SpikeTrain.FromTimes([1.99999, 1.9999999], [0, 0], stepDuration: 1, numSteps: 3).Select(spike => spike.Step));

    [Fact]
    public void Every_whole_number_of_steps_of_a_duration_is_its_own_step()
    {
        foreach (double duration in (double[])[1e-6, 1e-4, 0.001, 0.1, 1.0 / 3, 0.7, 14e-3])
        {
            double[] times = [.. Enumerable.Range(0, 5000).Select(step => step * duration)];
            Assert.Equal(Enumerable.Range(0, 5000),
                SpikeTrain.FromTimes(times, new int[5000], duration, 5000).Select(spike => spike.Step));
        }
    }

    [Fact]
    public void Microseconds_are_divided_exactly() => Assert.Equal(
        [new SpikeEvent(0, 0, 1), new(1, 0, 1), new(9, 0, 1)],
        SpikeTrain.FromTimes([9_007_199_254_740_999, 1000, 999, 9999], [0, 0, 0, 0], stepDuration: 1000, numSteps: 10));

    [Fact]
    public void Invalid_times_and_neurons_are_refused()
    {
        Assert.Contains("Spike 1 has the time -0.5", Assert.Throws<ArgumentException>(() =>
            SpikeTrain.FromTimes([0, -0.5], [0, 0], 1.0, 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SpikeTrain.FromTimes([double.NaN], [0], 1.0, 3));
        Assert.Throws<ArgumentException>(() => SpikeTrain.FromTimes([-1L], [0], 1, 3));
        Assert.Throws<ArgumentException>(() => SpikeTrain.FromTimes([1L], [2], 1, 3, 2));
        Assert.Throws<ArgumentException>(() => SpikeTrain.FromTimes([1L, 2], [0], 1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpikeTrain.FromTimes([1.0], [0], double.NaN, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpikeTrain.FromTimes([1L], [0], 0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpikeTrain.FromTimes([1L], [0], 1, 0));
    }
}
