namespace SpikeML.Torch;

/// <summary>Neurons whose state is a membrane: leaky, recurrent leaky and Lapicque's.</summary>
internal sealed class MembraneRun : NeuronRun
{
    private readonly NeuronValues _leak;
    private readonly float _gain = 1;

    public MembraneRun(TrainedNeurons neurons, int count)
        : base(neurons, count)
    {
        if (neurons.Model.Kind != NeuronKind.Lapicque)
        {
            _leak = neurons.Each(NeuronNames.Beta, count);
            return;
        }
        double capacitance = neurons.Single(NeuronNames.Capacitance), step = neurons.Single(NeuronNames.TimeStep);
        _leak = new([(float)(1 - step / (neurons.Single(NeuronNames.Resistance) * capacitance))]);
        _gain = (float)(step / capacitance);
    }

    /// <summary>Advances the membranes.</summary>
    protected override void Advance(ReadOnlySpan<float> currents, Span<float> membranes, ReadOnlySpan<bool> wereFired)
    {
        // The reset to zero of leaky neurons comes before the decay; that of the others sets the sum to zero.
        bool clearsFirst = Neurons.Model.Kind == NeuronKind.Leaky && Neurons.Reset == ResetMechanism.Zero;
        for (int i = 0; i < membranes.Length; i++)
        {
            membranes[i] = clearsFirst ? _leak[i] * (wereFired[i] ? 0 : membranes[i]) + currents[i]
                : ResetFrom(i, _gain * currents[i] + _leak[i] * membranes[i], wereFired[i]);
        }
    }
}
