using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>A layer of a network with its weights, in the order of torch's own layers.</summary>
/// <remarks>
/// <see cref="SpikingNetworkTransformer.Layers"/> returns the layers of a trained network, <see cref="SpikingStateDict"/> reads
/// them from a state dictionary, and <c>CreateSpikingNetwork</c> creates a transformer from them.
/// </remarks>
public sealed record SpikingLayerWeights
{
    /// <summary>
    /// The layer; the output must be dense. Its <see cref="SpikingLayer.NeuronModel"/> has the neurons' constants; it is null for
    /// leaky neurons that share <see cref="Beta"/> and <see cref="Threshold"/>.
    /// </summary>
    public required SpikingLayer Layer { get; init; }

    /// <summary>
    /// The weights, row-major: [neurons, inputs] for a dense layer, [channels, input channels, row, column] for a convolution.
    /// The inputs of a dense layer after images are in the order [channel, row, column]. Empty for pooling.
    /// </summary>
    public required ImmutableArray<float> Weights { get; init; }

    /// <summary>The biases, one per neuron or channel. Empty for pooling.</summary>
    public required ImmutableArray<float> Bias { get; init; }

    /// <summary>
    /// The factors of the currents at each step, row-major [numSteps, neurons or channels]: the current of a neuron at step t is
    /// <c>StepScales[t] * (weights * spikes + Bias) + StepBiases[t]</c>. Empty unless the layer has
    /// <see cref="SpikingLayer.BatchNormalizationThroughTime"/>.
    /// </summary>
    public ImmutableArray<float> StepScales { get; init; } = [];

    /// <summary>What is added to the currents at each step, in the order of <see cref="StepScales"/>.</summary>
    public ImmutableArray<float> StepBiases { get; init; } = [];

    /// <summary>
    /// The weights of feedback to the entire layer (<see cref="NeuronModel.AllToAll"/>), [neurons, neurons] or [channels,
    /// channels, row, column]; empty for other layers.
    /// </summary>
    public ImmutableArray<float> RecurrentWeights { get; init; } = [];

    /// <summary>The biases of that feedback, one per neuron or channel; empty for other layers.</summary>
    public ImmutableArray<float> RecurrentBias { get; init; } = [];

    /// <summary>
    /// The decay of the membranes from one step to the next, 0 to 1, or null if the layer has a
    /// <see cref="SpikingLayer.NeuronModel"/>.
    /// </summary>
    public double? Beta { get; init; }

    /// <summary>
    /// The membrane above which neurons fire, or null for 1, or if the layer has a <see cref="SpikingLayer.NeuronModel"/>.
    /// </summary>
    /// <value>Null by default.</value>
    public double? Threshold { get; init; }

    /// <summary>
    /// How a spike resets the membrane, or null for <see cref="ResetMechanism.Subtract"/>, or if the layer has a
    /// <see cref="SpikingLayer.NeuronModel"/>.
    /// </summary>
    /// <value>Null by default.</value>
    public ResetMechanism? Reset { get; init; }
}
