using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>The shape of a layer's neurons, and its constants as arrays of exactly that shape.</summary>
/// <param name="Shape">[neurons] or [channels, height, width].</param>
internal sealed record NirNeuronShape(NirShape Shape)
{
    /// <summary>One number for each neuron; those of a convolution's channels repeat.</summary>
    public double[] Each(NeuronConstant constant) => Each(constant.Values);

    /// <summary>Same, of a constant's values.</summary>
    public double[] Each(IReadOnlyList<float> values)
    {
        int perChannel = Shape.Size / Shape[0];
        return [.. Enumerable.Range(0, Shape.Size).Select(i => (double)values[values.Count == 1 ? 0 : i / perChannel])];
    }

    /// <summary>Numbers for each neuron in double precision.</summary>
    public NirArray Doubles(IEnumerable<double> values) => NirArray.Of([.. values], Shape);

    /// <summary>A constant in its own, single precision.</summary>
    public NirArray Singles(NeuronConstant constant) => NirArray.Of([.. Each(constant).Select(value => (float)value)], Shape);

    public NirArray Zeros => NirArray.Filled(0f, Shape);

    /// <summary>One number for all neurons, or one for each or for each channel; null if they differ within a channel.</summary>
    public float[]? Constant(IReadOnlyList<float> values)
    {
        int perChannel = Shape.Size / Shape[0];
        float[] channels = [.. Enumerable.Range(0, Shape[0]).Select(channel => values[channel * perChannel])];
        for (int i = 0; i < values.Count; i++)
        {
            if (!values[i].Equals(channels[i / perChannel]))
                return null;
        }
        return channels.All(value => value.Equals(channels[0])) ? [channels[0]] : channels;
    }
}
