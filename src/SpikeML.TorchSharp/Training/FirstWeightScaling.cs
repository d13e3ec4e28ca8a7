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

    /// <summary>Scales the weights.</summary>
    /// <param name="batches">The spikes of the first rows, each [numSteps, batch, ...].</param>
    /// <returns>For each hidden layer, the share of neurons whose spike count is the same in every row.</returns>
    public IReadOnlyList<double> Run(IReadOnlyList<Tensor> batches)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        List<double> constantShares = [];
        IReadOnlyList<Tensor> spikes = batches;
        for (int layer = 0; layer < network.Layers.Length; layer++)
        {
            if (options.FirstWeights == SpikingFirstWeights.ScaledToData)
                Scale(layer, spikes);
            if (layer == network.Layers.Length - 1)
                break;
            spikes = [.. spikes.Select(batch => SpikesOf(layer, batch))];
            constantShares.Add(ConstantShare(spikes));
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
        (double mean, double deviation) = TargetOf(layer);
        Tensor weight = network.Weight(layer), bias = network.Bias(layer);
        bias.zero_();
        MembraneStatistics statistics = StatisticsOf(layer, spikes);
        Tensor found = statistics.Deviation, isConstant = found.IsAbove(0).logical_not();
        Tensor factor = found.With(isConstant, deviation).reciprocal().Times(deviation);
        weight.mul_(PerNeuron(layer, factor.to(weight.dtype)));
        bias.copy_((-(statistics.Mean * factor)).Plus(mean).Over(BiasGain(spikes[0].size(0))));
    }

    /// <summary>
    /// The mean and the standard deviation of a layer's membranes. The threshold is one deviation above the mean (xi = 1);
    /// outputs that are read by their spikes are nearer to it, because losses of spikes learn through the surrogate there.
    /// </summary>
    private (double Mean, double Deviation) TargetOf(int layer)
    {
        if (layer < network.Layers.Length - 1)
            return (0, options.Threshold);
        return readsMembranes ? (0, OutputDeviation) : (options.Threshold / 2, options.Threshold / 2);
    }

    private MembraneStatistics StatisticsOf(int layer, IReadOnlyList<Tensor> spikes)
    {
        using Leaky neurons = new(options.Beta, options.Threshold, options.Surrogate, ResetMechanism.None);
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
        return network.Neurons(layer).call(network.Weigh(layer, spikes)).Spikes.MoveToOuterDisposeScope();
    }

    private Tensor PerNeuron(int layer, Tensor values) =>
        network.Layers[layer].Layer.Kind == SpikingLayerKind.Convolution ? values.view(-1, 1, 1, 1) : values;

    /// <summary>The mean membrane over the steps, without reset, for a constant current of 1.</summary>
    private double BiasGain(long numSteps)
    {
        double membrane = 0, sum = 0;
        for (long step = 0; step < numSteps; step++)
            sum += membrane = options.Beta * membrane + 1;
        return sum / numSteps;
    }
}
