namespace SpikeML.Torch;

/// <summary>A layer for prediction: the weights of an incoming spike are contiguous in memory.</summary>
/// <remarks>
/// A dense layer's weights are [input][neuron], a convolution's [input channel][row][column][channel]. The neurons of a
/// convolution are ordered [row][column][channel], and so are the inputs of the layer after it.
/// </remarks>
internal sealed class TrainedLayer
{
    public required LayerGeometry Geometry { get; init; }

    /// <summary>Whether the neurons of the previous layer are ordered [row][column][channel], as in a convolution.</summary>
    public required bool InputChannelsLast { get; init; }

    public required float[] Weights { get; init; }

    /// <summary>One value per neuron, or per channel of a convolution.</summary>
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

    /// <summary>Adds the contribution of a spike of the previous layer to the currents.</summary>
    public void Receive(int neuron, float value, Span<float> currents)
    {
        if (Geometry.Layer.Kind == SpikingLayerKind.Convolution)
            Convolution.Receive(this, neuron, value, currents);
        else
            Weighting.Add(Weights.AsSpan(neuron * currents.Length, currents.Length), value, currents);
    }
}
