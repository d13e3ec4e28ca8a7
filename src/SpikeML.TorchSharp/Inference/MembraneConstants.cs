namespace SpikeML.Torch;

/// <summary>The constants of neurons whose state is a membrane.</summary>
internal static class MembraneConstants
{
    /// <summary>
    /// The factors of the membrane and of the current in a step; the membrane's is one number for all neurons, or one for each.
    /// </summary>
    public static (IReadOnlyList<float> Leak, float Gain) Of(TrainedNeurons neurons)
    {
        if (neurons.Model.Kind != NeuronKind.Lapicque)
            return (neurons.Model.Constants[NeuronNames.Beta].Values, 1);
        double capacitance = neurons.Single(NeuronNames.Capacitance), step = neurons.Single(NeuronNames.TimeStep);
        return ([(float)(1 - step / (neurons.Single(NeuronNames.Resistance) * capacitance))], (float)(step / capacitance));
    }

    /// <summary>Whether the reset to zero comes before the decay, as with leaky neurons; that of others clears the sum.</summary>
    public static bool ClearsFirst(TrainedNeurons neurons) =>
        neurons is { Model.Kind: NeuronKind.Leaky, Reset: ResetMechanism.Zero };
}
