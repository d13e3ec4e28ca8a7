using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The cost of the hidden layers' spikes in a batch, by the options' bounds and sparsity.</summary>
internal sealed class HiddenActivity(SpikingNetworkOptions options)
{
    private readonly List<Tensor> _costs = [];

    /// <summary>Whether spikes cost anything.</summary>
    public bool IsCosted => options.SpikeRegularization > 0 || options.MinimumHiddenRate > 0 || options.MaximumHiddenRate < 1;

    /// <summary>Adds the spikes of a hidden layer, [numSteps, batch, ...].</summary>
    public void Add(Tensor spikes)
    {
        if (options.SpikeRegularization > 0)
            _costs.Add(SpikeLoss.SpikeSparsity(spikes, options.SpikeRegularization).Over(spikes.size(1)));
        if (options.MinimumHiddenRate > 0)
            _costs.Add(SpikeLoss.RateLowerBound(spikes, options.MinimumHiddenRate).Times(options.RateRegularization));
        if (options.MaximumHiddenRate < 1)
            _costs.Add(SpikeLoss.RateUpperBound(spikes, options.MaximumHiddenRate).Times(options.RateRegularization));
    }

    /// <summary>The loss and the cost of the layers since the last call.</summary>
    public Tensor AddTo(Tensor loss)
    {
        foreach (Tensor cost in _costs)
            loss = loss.Plus(cost);
        _costs.Clear();
        return loss;
    }
}
