namespace SpikeML.Torch;

/// <summary>
/// A layer for prediction: neurons with weights, where the weights of an incoming spike are contiguous in memory, or pooling.
/// </summary>
/// <remarks>
/// A dense layer's weights are [input][neuron], a convolution's [input channel][row][column][channel]. Images are ordered
/// [row][column][channel], and so are the inputs of the layer after them.
/// </remarks>
internal sealed class TrainedLayer
{
    public required LayerGeometry Geometry { get; init; }

    /// <summary>Whether the values of the previous layer are ordered [row][column][channel], as those of images are.</summary>
    public required bool InputChannelsLast { get; init; }

    public required float[] Weights { get; init; }

    /// <summary>One value per neuron, or per channel of a convolution.</summary>
    public required float[] Bias { get; init; }

    /// <summary>The factors and biases of the currents at each step, or null.</summary>
    public StepScaling? StepScaling { get; init; }

    /// <summary>The neurons; null for pooling.</summary>
    public required TrainedNeurons? Neurons { get; init; }

    /// <summary>Sets the currents before any spike.</summary>
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

    /// <summary>The place of an input of an image.</summary>
    public (int Channel, int Row, int Column) InputPlace(int neuron)
    {
        int channels = Geometry.Input[0], height = Geometry.Input[1], width = Geometry.Input[2];
        return InputChannelsLast ? (neuron % channels, neuron / channels / width, neuron / channels % width)
            : (neuron / (height * width), neuron / width % height, neuron % width);
    }

    /// <summary>The position of a neuron in the layer's shape, which has the channels of images first.</summary>
    public int PlaceOf(int neuron)
    {
        if (!Geometry.IsImage)
            return neuron;
        int channels = Geometry.Output[0], places = Geometry.OutputCount / channels;
        return neuron % channels * places + neuron / channels;
    }
}
