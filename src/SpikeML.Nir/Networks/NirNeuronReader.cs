using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>Neurons of a graph as the trainers have them.</summary>
/// <param name="Model">The model.</param>
/// <param name="Gain">A factor of the currents of each neuron or channel, or of all.</param>
/// <param name="Offset">What is then added to them.</param>
internal sealed record NirNeuronReader(NeuronModel Model, float[] Gain, float[] Offset)
{
    /// <summary>Reads neurons.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="neurons">Their node.</param>
    /// <param name="tail">The Threshold and Scale nodes behind them.</param>
    /// <param name="feedback">The node on the way back to them, or null.</param>
    /// <param name="timeStep">The duration of a step.</param>
    /// <exception cref="NotTrainableException">The trainers have no such neurons.</exception>
    public static NirNeuronReader Of(string name, NirNeurons neurons, IReadOnlyList<NirNode> tail, NirNode? feedback,
        double timeStep)
    {
        NirNeuronShape shape = new(neurons.Shape);
        return Saved(neurons, shape, tail, feedback, timeStep) is { } model ? new(model, [1], [0])
            : Derived(name, neurons, shape, tail, feedback, timeStep);
    }

    /// <summary>The model in the metadata, if it still says what the parameters say.</summary>
    private static NeuronModel? Saved(NirNeurons neurons, NirNeuronShape shape, IReadOnlyList<NirNode> tail, NirNode? feedback,
        double timeStep)
    {
        IReadOnlyDictionary<string, object> metadata = neurons.Metadata;
        if (!Enum.TryParse(metadata.GetValueOrDefault(NirKeys.Kind) as string, out NeuronKind kind)
            || !Enum.TryParse(metadata.GetValueOrDefault(NirKeys.Reset) as string, out ResetMechanism reset)
            || metadata.GetValueOrDefault(NirKeys.Constants) is not IReadOnlyDictionary<string, object> saved)
            return null;
        try
        {
            NeuronModel model = NeuronModel.Of(kind, saved.ToDictionary(constant => constant.Key,
                constant => Constants(((NirArray)constant.Value).ToSingles())), reset, inhibition: false,
                resetDelay: metadata.GetValueOrDefault(NirKeys.ResetDelay) is not 0L);
            NirNode[] nodes = [neurons with { Metadata = NirMetadata.Empty }, .. tail];
            bool isSame = nodes.SequenceEqual(NirNeuronWriter.Chain(model, shape, timeStep, fires: tail.Count > 0)
                .Select(each => each.Node));
            bool hasFeedback = model.Constants.TryGetValue(NeuronNames.Feedback, out NeuronConstant? weight)
                ? NirWeightWriter.Feedback(shape, weight).Equals(feedback) : model.AllToAll == feedback is not null;
            return isSame && hasFeedback ? model : null;
        }
        catch (Exception error) when (error is ArgumentException or InvalidCastException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static NirNeuronReader Derived(string name, NirNeurons neurons, NirNeuronShape shape, IReadOnlyList<NirNode> tail,
        NirNode? feedback, double timeStep)
    {
        (NirArray? tau, NirArray? tauSyn, NirArray? leak, NirArray? threshold, NirArray? reset) = neurons switch
        {
            NirLif lif => (lif.Tau, null, lif.VLeak, lif.VThreshold, lif.VReset),
            NirLi li => (li.Tau, null, li.VLeak, null, null),
            NirIf integrates => (null, null, null, integrates.VThreshold, integrates.VReset),
            NirI => default,
            NirCubaLif cuba => (cuba.TauMem, cuba.TauSyn, cuba.VLeak, cuba.VThreshold, cuba.VReset),
            NirCubaLi cuba => (cuba.TauMem, cuba.TauSyn, cuba.VLeak, null, (NirArray?)null),
            _ => throw new NotTrainableException($"'{name}' is a {neurons.Type} node"),
        };
        if (!(threshold is null ? tail is [] or [NirThreshold] or [NirThreshold, NirScale] : tail is [] or [NirScale]))
        {
            throw new NotTrainableException($"'{name}' is followed by {string.Join(", ", tail.Select(node => node.Type))}; the "
                + $"trainers have {(threshold is null ? "a Threshold, then at most one Scale" : "at most one Scale")} there");
        }
        threshold ??= tail is [NirThreshold behind, ..] ? behind.Threshold : null;
        if (reset is not null && reset.IndexOf(value => value != 0) >= 0)
            throw new NotTrainableException($"'{name}' resets its membranes to another value than 0");
        if (tauSyn is not null && leak!.IndexOf(value => value != 0) >= 0)
            throw new NotTrainableException($"'{name}' has a v_leak behind a synaptic current");
        Dictionary<string, NeuronConstant> constants = new()
        {
            [NeuronNames.Beta] = Constant(i => tau is null ? 1 : NirDecay.Of(tau[i], timeStep), NeuronNames.Beta),
            [NeuronNames.Threshold] = Constant(i => (float)(threshold?[i] ?? 1), "v_threshold"),
        };
        if (tauSyn is not null)
            constants[NeuronNames.Alpha] = Constant(i => NirDecay.Of(tauSyn[i], timeStep), NeuronNames.Alpha);
        if (tail is [.., NirScale factor])
            constants[NeuronNames.Factor] = Constant(i => (float)factor.Scale[i], "scale");
        NeuronKind kind = (tauSyn is null, feedback is null) switch
        {
            (true, true) => NeuronKind.Leaky,
            (true, false) => NeuronKind.RLeaky,
            (false, true) => NeuronKind.Synaptic,
            _ => NeuronKind.RSynaptic,
        };
        ResetMechanism mechanism = reset is null ? ResetMechanism.None : ResetMechanism.Zero;
        try
        {
            return new(NeuronModel.Of(kind, constants, mechanism, inhibition: false,
                resetDelay: kind == NeuronKind.Leaky || mechanism == ResetMechanism.None),
                Values(i => (float)GainOf(neurons, i, timeStep), "r"),
                Values(i => tau is null || tauSyn is not null ? 0 : (float)(leak![i] * timeStep / tau[i]), "v_leak"));
        }
        catch (ArgumentException error)
        {
            throw new NotTrainableException($"'{name}' has constants that the trainers do not allow ({error.Message})");
        }

        NeuronConstant Constant(Func<int, float> value, string of) => Constants(Values(value, of));

        float[] Values(Func<int, float> value, string of) =>
            shape.Constant([.. Enumerable.Range(0, shape.Shape.Size).Select(value)])
            ?? throw new NotTrainableException($"'{name}' has a {of} that differs within a channel");
    }

    private static NeuronConstant Constants(float[] values) => values is [float one] ? one : values;

    private static double GainOf(NirNeurons neurons, int i, double timeStep) => neurons switch
    {
        NirLif lif => lif.R[i] * timeStep / lif.Tau[i],
        NirLi li => li.R[i] * timeStep / li.Tau[i],
        NirIf integrates => integrates.R[i] * timeStep,
        NirI integrator => integrator.R[i] * timeStep,
        NirCubaLif cuba => cuba.R[i] * timeStep / cuba.TauMem[i] * (cuba.WIn[i] * timeStep / cuba.TauSyn[i]),
        NirCubaLi cuba => cuba.R[i] * timeStep / cuba.TauMem[i] * (cuba.WIn[i] * timeStep / cuba.TauSyn[i]),
        _ => 1,
    };
}
