using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Creates the neurons of a layer from its model.</summary>
internal static class NeuronModules
{
    /// <param name="model">The model.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="surrogate">The surrogate gradient if the model has none.</param>
    /// <param name="reset">How a spike resets the membrane.</param>
    /// <param name="generator">Draws the weights of feedback to the entire layer.</param>
    public static SpikingNeuron Create(NeuronModel model, LayerGeometry layer, Surrogate surrogate, ResetMechanism reset,
        Generator generator)
    {
        NeuronConstant Each(string name) => model.Constants[name].For(layer.IsImage);
        bool Learns(string name) => model.Learns(name);
        (NeuronConstant threshold, bool learnThreshold) = (Each(NeuronNames.Threshold), Learns(NeuronNames.Threshold));
        (surrogate, FiringOptions firing) = (model.Surrogate ?? surrogate, Fitting(model.Firing, layer));
        switch (model.Kind)
        {
            case NeuronKind.Lapicque:
                return Lapicque.FromCircuit(Each(NeuronNames.Resistance).Values[0], Each(NeuronNames.Capacitance).Values[0],
                    Each(NeuronNames.TimeStep).Values[0], threshold, surrogate, reset, learnThreshold, firing);
            case NeuronKind.Leaky:
                return new Leaky(Each(NeuronNames.Beta), threshold, surrogate, reset, Learns(NeuronNames.Beta), learnThreshold,
                    firing);
            case NeuronKind.Synaptic:
                return new Synaptic(Each(NeuronNames.Alpha), Each(NeuronNames.Beta), threshold, surrogate, reset,
                    Learns(NeuronNames.Alpha), Learns(NeuronNames.Beta), learnThreshold, firing);
            case NeuronKind.Alpha:
                return new Alpha(Each(NeuronNames.Alpha), Each(NeuronNames.Beta), threshold, surrogate, reset,
                    Learns(NeuronNames.Alpha), Learns(NeuronNames.Beta), learnThreshold, firing);
            case NeuronKind.RLeaky when model.AllToAll:
                return new RLeaky(Each(NeuronNames.Beta), new RecurrentConnections(layer, model.LearnsRecurrent, generator),
                    threshold, surrogate, reset, Learns(NeuronNames.Beta), learnThreshold, firing);
            case NeuronKind.RLeaky:
                return new RLeaky(Each(NeuronNames.Beta), Each(NeuronNames.Feedback), threshold, surrogate, reset,
                    Learns(NeuronNames.Beta), learnThreshold, Learns(NeuronNames.Feedback), firing);
            case NeuronKind.RSynaptic when model.AllToAll:
                return new RSynaptic(Each(NeuronNames.Alpha), Each(NeuronNames.Beta),
                    new RecurrentConnections(layer, model.LearnsRecurrent, generator), threshold, surrogate, reset,
                    Learns(NeuronNames.Alpha), Learns(NeuronNames.Beta), learnThreshold, firing);
            default:
                return new RSynaptic(Each(NeuronNames.Alpha), Each(NeuronNames.Beta), Each(NeuronNames.Feedback), threshold,
                    surrogate, reset, Learns(NeuronNames.Alpha), Learns(NeuronNames.Beta), learnThreshold,
                    Learns(NeuronNames.Feedback), firing);
        }
    }

    /// <summary>
    /// Neurons with the same constants that neither reset nor feed back, which give the membranes of currents alone.
    /// </summary>
    public static SpikingNeuron Integrators(NeuronModel model, LayerGeometry layer, Surrogate surrogate)
    {
        NeuronConstant Each(string name) => model.Constants[name].For(layer.IsImage);
        const ResetMechanism None = ResetMechanism.None;
        return model.Kind switch
        {
            NeuronKind.Lapicque => Lapicque.FromCircuit(Each(NeuronNames.Resistance).Values[0],
                Each(NeuronNames.Capacitance).Values[0], Each(NeuronNames.TimeStep).Values[0], surrogate: surrogate, reset: None),
            NeuronKind.Alpha => new Alpha(Each(NeuronNames.Alpha), Each(NeuronNames.Beta), surrogate: surrogate, reset: None),
            NeuronKind.Synaptic or NeuronKind.RSynaptic => new Synaptic(Each(NeuronNames.Alpha), Each(NeuronNames.Beta),
                surrogate: surrogate, reset: None),
            _ => new Leaky(Each(NeuronNames.Beta), surrogate: surrogate, reset: None),
        };
    }

    /// <summary>The model of trained neurons: their constants, of which none is learned any more, and their reset.</summary>
    public static NeuronModel Trained(NeuronModel model, SpikingNeuron neurons)
    {
        Dictionary<string, NeuronConstant> constants = model.Constants.ToDictionary(constant => constant.Key,
            constant => ValueOf(neurons, constant.Key) ?? constant.Value);
        try
        {
            return NeuronModel.Of(model.Kind, constants, neurons.Reset, neurons.Inhibition, neurons.ResetDelay,
                neurons.StateQuantization);
        }
        catch (ArgumentException error)
        {
            throw new InvalidOperationException($"Training moved a constant of the {model} neurons out of its range: "
                + $"{error.Message} Lower LearningRate, or do not learn this constant.", error);
        }
    }

    private static NeuronConstant? ValueOf(SpikingNeuron neurons, string name)
    {
        if ((neurons.get_parameter(name) ?? neurons.get_buffer(name)) is not Tensor value)
            return null;
        using Tensor number = value.detach().cpu();
        using Tensor clamped = name is NeuronNames.Alpha or NeuronNames.Beta ? number.Within(0, 1) : number.alias();
        return clamped.data<float>().ToArray() is [float single] ? (NeuronConstant)single : clamped.data<float>().ToArray();
    }

    private static FiringOptions Fitting(FiringOptions firing, LayerGeometry layer) =>
        firing with { GradedSpikesFactor = firing.GradedSpikesFactor.For(layer.IsImage) };
}
