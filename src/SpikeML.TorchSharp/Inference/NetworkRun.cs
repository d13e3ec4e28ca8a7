using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>
/// The state of a network while it processes a row spike by spike. Used by one thread, for one row after another.
/// </summary>
internal sealed class NetworkRun(TrainedNetwork network)
{
    private readonly LayerRun[] _layers = [.. network.Layers.Select(layer => new LayerRun(layer))];

    /// <summary>The output neurons' membranes after the last step.</summary>
    public ReadOnlySpan<float> Membranes => _layers[^1].Membranes;

    /// <summary>The output neurons' spikes of the last step.</summary>
    public ReadOnlySpan<float> Spikes => _layers[^1].Spikes;

    /// <summary>A layer's membranes after the last step, in the order of <see cref="TrainedLayer"/>.</summary>
    public ReadOnlySpan<float> MembranesOf(int layer) => _layers[layer].Membranes;

    /// <summary>A layer's spikes of the last step, in the order of <see cref="TrainedLayer"/>.</summary>
    public ReadOnlySpan<float> SpikesOf(int layer) => _layers[layer].Spikes;

    /// <summary>Starts a row: resets all neurons.</summary>
    public void Reset()
    {
        foreach (LayerRun layer in _layers)
            layer.Reset();
    }

    /// <summary>Starts a step.</summary>
    public void BeginStep() => _layers[0].Begin();

    /// <summary>Adds an input spike of the step.</summary>
    public void Receive(int neuron, float value) => _layers[0].Receive(neuron, value);

    /// <summary>Ends a step: the neurons integrate and fire, layer by layer.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void EndStep()
    {
        _layers[0].End();
        for (int i = 1; i < _layers.Length; i++)
        {
            _layers[i].Begin();
            ReadOnlySpan<float> spikes = _layers[i - 1].Spikes;
            for (int neuron = spikes.IndexOfAnyExcept(0f); neuron >= 0 && neuron < spikes.Length; neuron++)
            {
                if (spikes[neuron] != 0)
                    _layers[i].Receive(neuron, spikes[neuron]);
            }
            _layers[i].End();
        }
    }
}
