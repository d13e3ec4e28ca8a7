namespace SpikeML.Nir;

/// <summary>Neurons: membranes that integrate currents, which may pass a synapse first, and which may fire.</summary>
internal sealed class NeuronRun : NodeRun
{
    private readonly NeuronConstants _constants;
    private readonly NodeSignal _source;
    private readonly float[] _membranes, _currents;

    public NeuronRun(NodeSignal output, NodeSignal source, NeuronConstants constants)
        : base(output)
    {
        (_source, _constants) = (source, constants);
        // Neurons that do not fire put out their membranes.
        _membranes = constants.Fires ? new float[output.Memory.Length] : output.Memory;
        _currents = constants.Synapse is null ? source.Memory : new float[output.Memory.Length];
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Membranes => _membranes.AsSpan(0, Output.Count);

    /// <inheritdoc/>
    public override bool HasState => true;

    /// <inheritdoc/>
    public override void Reset()
    {
        Array.Clear(_membranes);
        if (_constants.Synapse is not null)
            Array.Clear(_currents);
    }

    /// <inheritdoc/>
    public override void Step()
    {
        if (_constants.Synapse is not { } synapse)
        {
            Advance();
        }
        else if (synapse.IsDelayed)
        {
            Advance();
            Filter(synapse);
        }
        else
        {
            Filter(synapse);
            Advance();
        }
        Output.List();
    }

    private void Filter(SynapseConstants synapse) =>
        MembraneStep.Filter(synapse.Decay, synapse.Gain, _source.Memory, _currents, Output.Count);

    private void Advance()
    {
        if (_constants.Fires)
            MembraneStep.Fire(_constants.Membrane, _currents, _membranes, Output.Memory, Output.Count);
        else
            MembraneStep.Integrate(_constants.Membrane, _currents, _membranes, Output.Count);
    }
}
