using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>A layer of a network with its weights, in the order of torch's own layers.</summary>
/// <remarks>
/// <see cref="SpikingNetworkTransformer.Layers"/> returns the layers of a trained network, <see cref="SpikingStateDict"/> reads
/// them from a state dictionary, and <c>CreateSpikingNetwork</c> creates a transformer from them.
/// </remarks>
public sealed record SpikingLayerWeights
{
    /// <summary>The layer; the output must be dense.</summary>
    public required SpikingLayer Layer { get; init; }

    /// <summary>
    /// The weights, row-major: [neurons, inputs] for a dense layer, [channels, input channels, row, column] for a convolution.
    /// The inputs of a dense layer after a convolution are in the order [channel, row, column].
    /// </summary>
    public required ImmutableArray<float> Weights { get; init; }

    /// <summary>The biases, one per neuron or channel.</summary>
    public required ImmutableArray<float> Bias { get; init; }

    /// <summary>The decay of the membranes from one step to the next, 0 to 1.</summary>
    public required double Beta { get; init; }

    /// <summary>The membrane above which neurons fire.</summary>
    /// <value>1 by default.</value>
    public double Threshold { get; init; } = 1;

    /// <summary>How a spike resets the membrane.</summary>
    /// <value><see cref="ResetMechanism.Subtract"/> by default.</value>
    public ResetMechanism Reset { get; init; } = ResetMechanism.Subtract;
}
