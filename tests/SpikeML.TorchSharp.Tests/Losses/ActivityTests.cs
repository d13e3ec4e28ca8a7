using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Losses;

public class ActivityTests
{
    /// <summary>Two rows of two neurons over four steps: rates of 1/4 and 3/4, and of 0 and 1/2.</summary>
    private static Tensor Spikes() => tensor(new float[] { 1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0 }, [4, 2, 2])
        .requires_grad_();

    [Fact]
    public void SpikeSparsity_is_snnTorchs_l1_rate_sparsity()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor spikes = Spikes(), cost = SpikeLoss.SpikeSparsity(spikes, 0.01);
        cost.backward();
        Assert.Equal(0.06, cost.item<float>(), 1e-6);
        Assert.All(spikes.grad!.flatten().data<float>().ToArray(), gradient => Assert.Equal(0.01f, gradient));
        Assert.Equal(6e-5, SpikeLoss.SpikeSparsity(spikes).item<float>(), 1e-9);
    }

    [Fact]
    public void RateLowerBound_costs_each_neuron_what_it_lacks()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor spikes = Spikes(), cost = SpikeLoss.RateLowerBound(spikes, 0.5);
        cost.backward();
        // The rates lack 1/4, 0, 1/2 and 0.
        Assert.Equal((1 / 16.0 + 1 / 4.0) / 4, cost.item<float>(), 1e-6);
        Assert.Equal(-2 * 0.25f / 4 / 4, spikes.grad![1, 0, 0].item<float>(), 1e-6);
        Assert.Equal(-2 * 0.5f / 4 / 4, spikes.grad[1, 1, 0].item<float>(), 1e-6);
        Assert.Equal(0, spikes.grad[1, 1, 1].item<float>());
    }

    [Fact]
    public void RateUpperBound_costs_a_row_what_its_mean_rate_exceeds()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor spikes = Spikes(), cost = SpikeLoss.RateUpperBound(spikes, 0.3);
        cost.backward();
        // The mean rates of the rows are 1/2 and 1/4.
        Assert.Equal(0.2 * 0.2 / 2, cost.item<float>(), 1e-6);
        Assert.Equal(2 * 0.2f / 2 / 8, spikes.grad![0, 0, 0].item<float>(), 1e-6);
        Assert.Equal(0, spikes.grad[0, 1, 1].item<float>());
    }

    [Fact]
    public void Bounds_refuse_what_is_out_of_range_by_name()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => SpikeLoss.RateLowerBound(Spikes(), 1.5));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => SpikeLoss.RateUpperBound(Spikes(), double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => SpikeLoss.SpikeSparsity(Spikes(), -1));
        Assert.Contains("[numSteps, batch, neurons...], got [4, 2]",
            Assert.Throws<ArgumentException>(() => SpikeLoss.RateUpperBound(zeros(4, 2), 0.5)).Message, StringComparison.Ordinal);
    }
}
