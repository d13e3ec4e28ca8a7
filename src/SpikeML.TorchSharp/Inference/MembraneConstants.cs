namespace SpikeML.Torch;

/// <summary>The constants of neurons whose state is a membrane.</summary>
internal static class MembraneConstants
{
    /// <summary>
    /// The factors of the membrane and of the current in a step; the membrane's is one number for all neurons, or one for each.
    /// </summary>
    public static (IReadOnlyList<float> Leak, float Gain) Of(TrainedNeurons neurons) => Of(neurons.Model);

    /// <summary>Same, of a model.</summary>
    public static (IReadOnlyList<float> Leak, float Gain) Of(NeuronModel model)
    {
        if (model.Kind != NeuronKind.Lapicque)
            return (model.Constants[NeuronNames.Beta].Values, 1);
        double Single(string name) => model.Constants[name].Values[0];
        double capacitance = Single(NeuronNames.Capacitance), step = Single(NeuronNames.TimeStep);
        return ([(float)(1 - step / (Single(NeuronNames.Resistance) * capacitance))], (float)(step / capacitance));
    }

    /// <summary>Whether the reset to zero comes before the decay, as with leaky neurons; that of others clears the sum.</summary>
    public static bool ClearsFirst(TrainedNeurons neurons) =>
        neurons is { Model.Kind: NeuronKind.Leaky, Reset: ResetMechanism.Zero };
}
