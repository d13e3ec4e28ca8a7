using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>Neurons with a synaptic current: synaptic and recurrent synaptic.</summary>
internal sealed class SynapticRun(TrainedNeurons neurons, int count) : NeuronRun(neurons, count)
{
    private readonly float[] _synapses = new float[count];
    private readonly NeuronValues _alpha = neurons.Each(NeuronNames.Alpha, count), _beta = neurons.Each(NeuronNames.Beta, count);

    /// <summary>Starts a row.</summary>
    public override void Reset()
    {
        base.Reset();
        Array.Clear(_synapses);
    }

    /// <summary>Moves the state to the nearest levels.</summary>
    protected override void Quantize(StateQuantization levels)
    {
        base.Quantize(levels);
        levels.Quantize(_synapses.AsSpan());
    }

    /// <summary>Advances the membranes.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    protected override void Advance(ReadOnlySpan<float> currents, Span<float> membranes, ReadOnlySpan<bool> wereFired)
    {
        for (int i = 0; i < membranes.Length; i++)
        {
            _synapses[i] = _alpha[i] * _synapses[i] + currents[i];
            membranes[i] = ResetFrom(i, _beta[i] * membranes[i] + _synapses[i], wereFired[i]);
        }
    }
}
