using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Runs the first rows through a network once, layer by layer. It scales the weights if
/// <see cref="SpikingFirstWeights.ScaledToData"/> is set, and finds the share of neurons that do not distinguish rows.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="options">Its options.</param>
/// <param name="readsMembranes">Whether the output neurons are read by their membranes.</param>
internal sealed class FirstWeightScaling(SpikingNetworkModule network, SpikingNetworkOptions options, bool readsMembranes)
{
    /// <summary>The number of rows to read.</summary>
    public const int Rows = 256;

    /// <summary>The maximum number of rows that go through a layer at a time.</summary>
    public const int BatchSize = 32;

    /// <summary>
    /// The standard deviation of outputs that are read by their membranes: half the threshold hinders
    /// <see cref="SpikingLoss.MembraneMeanSquared"/>, and a tenth works equally well with the other losses.
    /// </summary>
    private const double OutputDeviation = 0.1;

    /// <summary>
    /// A membrane counts as constant if its deviation is at most this share of the wanted one: larger factors could overflow
    /// single precision.
    /// </summary>
    private const double LeastDeviation = 1e-30;

    /// <summary>Scales the weights.</summary>
    /// <param name="batches">The spikes of the first rows, each [numSteps, batch, ...].</param>
    /// <returns>
    /// For each hidden layer, the share of neurons whose spike count is the same in every row; 0 without neurons.
    /// </returns>
    public IReadOnlyList<double> Run(IReadOnlyList<Tensor> batches)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        List<double> constantShares = [];
        IReadOnlyList<Tensor> spikes = batches;
        for (int layer = 0; layer < network.Layers.Length; layer++)
        {
            bool hasNeurons = network.Layers[layer].Layer.HasNeurons;
            if (hasNeurons && options.FirstWeights == SpikingFirstWeights.ScaledToData)
                Scale(layer, spikes);
            if (layer == network.Layers.Length - 1)
                break;
            spikes = [.. spikes.Select(batch => SpikesOf(layer, batch))];
            constantShares.Add(hasNeurons ? ConstantShare(spikes) : 0);
        }
        return constantShares;
    }

    /// <summary>The share of neurons whose spike count is the same in every row.</summary>
    private static double ConstantShare(IReadOnlyList<Tensor> spikes)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor counts = cat([.. spikes.Select(batch => batch.sum(dim: 0).flatten(1))]);
        return counts.amax([0]).eq(counts.amin([0])).to(ScalarType.Float64).mean().ToNumber();
    }

    private void Scale(int layer, IReadOnlyList<Tensor> spikes)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor bias = network.Bias(layer);
        (Tensor mean, Tensor deviation) = TargetOf(layer);
        bias.zero_();
        // Feedback adds its bias at every step, also without spikes.
        network.Recurrent(layer)?.Bias.zero_();
        MembraneStatistics statistics = StatisticsOf(layer, spikes);
        Tensor found = statistics.Deviation, isConstant = found.le(deviation.Times(LeastDeviation));
        Tensor factor = deviation / where(isConstant, deviation, found);
        network.ScaleCurrents(layer, factor.to(bias.dtype));
        bias.copy_(mean.Minus(statistics.Mean * factor) / BiasGain(layer, spikes[0].size(0)));
    }

    /// <summary>
    /// The mean and the standard deviation of a layer's membranes. The threshold is one deviation above the mean (xi = 1);
    /// outputs that are read by their spikes are nearer to it, because losses of spikes learn through the surrogate there.
    /// </summary>
    private (Tensor Mean, Tensor Deviation) TargetOf(int layer)
    {
        Tensor thresholds = network.Neurons(layer).Threshold.detach().to(ScalarType.Float64).flatten()
            .expand(network.Bias(layer).shape);
        if (layer < network.Layers.Length - 1)
            return (zeros_like(thresholds), PositiveOrOne(thresholds));
        return readsMembranes ? (zeros_like(thresholds), ones_like(thresholds).Times(OutputDeviation))
            : (thresholds.Times(0.5), PositiveOrOne(thresholds).Times(0.5));
    }

    private MembraneStatistics StatisticsOf(int layer, IReadOnlyList<Tensor> spikes)
    {
        using SpikingNeuron neurons = Integrators(layer);
        neurons.to(network.Weight(layer).device);
        MembraneStatistics statistics = new();
        foreach (Tensor batch in spikes)
            statistics.Add(neurons.call(network.Weigh(layer, batch)).Membrane);
        return statistics;
    }

    private Tensor SpikesOf(int layer, Tensor spikes)
    {
        using DisposeScope scope = NewDisposeScope();
        network.CheckAlive();
        return network.RunLayer(layer, spikes).Recording.Spikes.MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The mean membrane over the steps, without reset, for a constant current of 1: Float64, per neuron or channel.
    /// </summary>
    private Tensor BiasGain(int layer, long numSteps)
    {
        using SpikingNeuron neurons = Integrators(layer);
        neurons.to(ScalarType.Float64);
        LayerGeometry geometry = network.Layers[layer];
        long[] shape = geometry.IsImage ? [numSteps, 1, geometry.Layer.Neurons, 1, 1] : [numSteps, 1, geometry.Layer.Neurons];
        return neurons.call(ones(shape, ScalarType.Float64)).Membrane.mean([0]).flatten().to(network.Bias(layer).device);
    }

    private SpikingNeuron Integrators(int layer) =>
        NeuronModules.Integrators(network.Model(layer), network.Layers[layer], options.Surrogate);

    /// <summary>The size of thresholds, or 1 where it is 0.</summary>
    private static Tensor PositiveOrOne(Tensor thresholds)
    {
        Tensor sizes = thresholds.abs();
        return sizes.With(sizes.IsAbove(0).logical_not(), 1);
    }
}
