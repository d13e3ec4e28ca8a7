namespace SpikeML.Torch;

/// <summary>A layer as it predicts: what an incoming spike adds to lies together in memory.</summary>
/// <remarks>
/// A dense layer's weights are [input][neuron], a convolution's [input channel][row][column][channel]. The neurons of a
/// convolution are ordered [row][column][channel], and so are the inputs of the layer after it.
/// </remarks>
internal sealed class TrainedLayer
{
    public required LayerGeometry Geometry { get; init; }

    /// <summary>Whether the neurons before are ordered [row][column][channel], as a convolution has them.</summary>
    public required bool InputChannelsLast { get; init; }

    public required float[] Weights { get; init; }

    /// <summary>One value for each neuron, or for each channel of a convolution.</summary>
    public required float[] Bias { get; init; }

    public required float Beta { get; init; }

    public required float Threshold { get; init; }

    public required ResetMechanism Reset { get; init; }

    /// <summary>The currents before any spike.</summary>
    public void Begin(Span<float> currents)
    {
        for (int start = 0; start < currents.Length; start += Bias.Length)
            Bias.CopyTo(currents[start..]);
    }

    /// <summary>Adds what a spike of a neuron before adds to the currents.</summary>
    public void Receive(int neuron, float value, Span<float> currents)
    {
        if (Geometry.Layer.Kind == SpikingLayerKind.Convolution)
            Convolution.Receive(this, neuron, value, currents);
        else
            Weighting.Add(Weights.AsSpan(neuron * currents.Length, currents.Length), value, currents);
    }
}
