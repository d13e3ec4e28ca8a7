using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Losses;

/// <summary>Losses of several spikes of a neuron, and of the reciprocals of spike times.</summary>
public class SpikeTimeLossTests
{
    /// <summary>Neuron 0 spikes at 1, 2 and 4, neuron 1 at 3 alone; of [5 steps, 1 row, 2 neurons].</summary>
    private static Tensor Spikes => tensor(new float[] { 0, 0, 1, 0, 1, 0, 0, 1, 1, 0 }, 5, 1, 2);

    [Fact]
    public void Several_times_are_compared_with_the_spikes_in_their_order()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor spikes = Spikes.requires_grad_();
        // Wanted: 0, 3 and the last step of neuron 0; 3, 3 and 1 of neuron 1, whose missing spikes count as step 4.
        Tensor times = tensor(new float[] { 0, 3, 3, 3, -1, 1 }, 3, 1, 2);
        Tensor loss = SpikeLoss.MeanSquaredTimes(spikes, times);
        float[] distances = [1, 0, -1, 1, 0, 3];
        Assert.Equal(distances.Sum(distance => distance * distance) / 25 / 6, loss.item<float>(), 1e-6);
        loss.backward();
        // -1 times 2 distance / 25 / 6 at the spike that is early or late.
        float[] expected = new float[10];
        expected[1 * 2] = -2 * 1f / 150;
        expected[2 * 2] = -2 * -1f / 150;
        expected[4 * 2 + 1] = -2 * 1f / 150;
        Assert.Equal(expected, spikes.grad!.data<float>().ToArray().Select(value => value == 0 ? 0 : value),
            (first, second) => Math.Abs(first - second) < 1e-6);
    }

    [Fact]
    public void One_time_of_each_neuron_is_that_of_its_first_spike()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor times = tensor(new float[] { 0, 1 }, 1, 2);
        Assert.Equal(SpikeLoss.MeanSquaredTimes(Spikes, times, tolerance: 2).item<float>(),
            SpikeLoss.MeanSquaredTimes(Spikes, times.unsqueeze(0), tolerance: 2).item<float>());
        Assert.Contains("[spikes, 1, 2], got [3, 2, 2]",
            Assert.Throws<ArgumentException>(() => SpikeLoss.MeanSquaredTimes(Spikes, zeros(3, 2, 2))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Reciprocals_of_times_are_the_logits()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor spikes = Spikes.requires_grad_();
        Tensor loss = SpikeLoss.CrossEntropyReciprocalTimes(spikes, tensor(new long[] { 1 }));
        // Times 1 and 3: logits 1/2 and 1/4.
        double first = Math.Exp(0.5), second = Math.Exp(0.25);
        Assert.Equal(-Math.Log(second / (first + second)), loss.item<float>(), 1e-6);
        loss.backward();
        // By the time: share less 1 for the class, times -1 / (time + 1)^2; by the spike: the negative of that.
        float[] gradient = spikes.grad!.data<float>().ToArray();
        Assert.Equal(first / (first + second) / 4, gradient[1 * 2], 1e-6);
        Assert.Equal((second / (first + second) - 1) / 16, gradient[3 * 2 + 1], 1e-6);
    }
}
