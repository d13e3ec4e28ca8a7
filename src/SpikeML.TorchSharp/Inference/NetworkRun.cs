namespace SpikeML.Torch;

/// <summary>
/// The state of a network while it processes a row spike by spike. Used by one thread, for one row after another.
/// </summary>
internal sealed class NetworkRun
{
    private readonly TrainedNetwork _network;
    private readonly float[][] _membranes;
    private readonly float[][] _currents;

    public NetworkRun(TrainedNetwork network)
    {
        _network = network;
        _membranes = [.. network.Layers.Select(layer => new float[layer.Geometry.OutputCount])];
        _currents = [.. network.Layers.Select(layer => new float[layer.Geometry.OutputCount])];
    }

    /// <summary>The output neurons' membranes after the last step.</summary>
    public ReadOnlySpan<float> Membranes => _membranes[^1];

    /// <summary>A layer's membranes after the last step, in the neuron order of <see cref="TrainedLayer"/>.</summary>
    public ReadOnlySpan<float> MembranesOf(int layer) => _membranes[layer];

    /// <summary>The membrane above which an output neuron has fired.</summary>
    public float Threshold => _network.Layers[^1].Threshold;

    /// <summary>Starts a row: resets all neurons.</summary>
    public void Reset()
    {
        foreach (float[] membranes in _membranes)
            Array.Clear(membranes);
    }

    /// <summary>Starts a step.</summary>
    public void BeginStep() => _network.Layers[0].Begin(_currents[0]);

    /// <summary>Adds an input spike of the step.</summary>
    public void Receive(int neuron, float value) => _network.Layers[0].Receive(neuron, value, _currents[0]);

    /// <summary>Ends a step: the neurons integrate and fire, layer by layer.</summary>
    public void EndStep()
    {
        for (int i = 0; i < _network.Layers.Length; i++)
        {
            TrainedLayer layer = _network.Layers[i];
            if (i > 0)
                Pass(_membranes[i - 1], _network.Layers[i - 1].Threshold, layer, _currents[i]);
            LeakyStep.Advance(_membranes[i], _currents[i], layer.Beta, layer.Threshold, layer.Reset);
        }
    }

    private static void Pass(ReadOnlySpan<float> before, float threshold, TrainedLayer layer, Span<float> currents)
    {
        layer.Begin(currents);
        for (int neuron = 0; neuron < before.Length; neuron++)
        {
            if (before[neuron] > threshold)
                layer.Receive(neuron, 1, currents);
        }
    }
}
