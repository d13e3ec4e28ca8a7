using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>Neurons whose state is a membrane: leaky, recurrent leaky and Lapicque's.</summary>
internal sealed class MembraneRun : NeuronRun
{
    private readonly NeuronValues _leak;
    private readonly float _gain;
    private readonly bool _clearsFirst;

    public MembraneRun(TrainedNeurons neurons, int count)
        : base(neurons, count)
    {
        (IReadOnlyList<float> leak, _gain) = MembraneConstants.Of(neurons);
        _leak = TrainedNeurons.Each(leak, count);
        _clearsFirst = MembraneConstants.ClearsFirst(neurons);
    }

    /// <summary>Advances the membranes.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    protected override void Advance(ReadOnlySpan<float> currents, Span<float> membranes, ReadOnlySpan<bool> wereFired)
    {
        for (int i = 0; i < membranes.Length; i++)
        {
            membranes[i] = _clearsFirst ? _leak[i] * (wereFired[i] ? 0 : membranes[i]) + currents[i]
                : ResetFrom(i, _gain * currents[i] + _leak[i] * membranes[i], wereFired[i]);
        }
    }
}
