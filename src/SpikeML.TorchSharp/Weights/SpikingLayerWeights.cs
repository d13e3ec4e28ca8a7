using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>A layer of a network with its weights, in the order in which torch's own layers hold them.</summary>
/// <remarks>
/// <see cref="SpikingNetworkTransformer.Layers"/> gives those of a trained network, <see cref="SpikingStateDict"/> those of a
/// state dictionary, and <c>CreateSpikingNetwork</c> creates a transformer from them.
/// </remarks>
public sealed record SpikingLayerWeights
{
    /// <summary>The layer; of the output neurons a dense one.</summary>
    public required SpikingLayer Layer { get; init; }

    /// <summary>
    /// The weights, row-major: [neurons, inputs] of a dense layer, [channels, input channels, row, column] of a convolution. A
    /// dense layer after a convolution has its inputs in the order [channel, row, column].
    /// </summary>
    public required ImmutableArray<float> Weights { get; init; }

    /// <summary>The biases, one for each neuron or channel.</summary>
    public required ImmutableArray<float> Bias { get; init; }

    /// <summary>The decay of the membranes from one step to the next, 0 to 1.</summary>
    public required double Beta { get; init; }

    /// <summary>The membrane above which neurons fire.</summary>
    /// <value>1 by default.</value>
    public double Threshold { get; init; } = 1;

    /// <summary>What a spike does to the membrane.</summary>
    /// <value><see cref="ResetMechanism.Subtract"/> by default.</value>
    public ResetMechanism Reset { get; init; } = ResetMechanism.Subtract;
}
