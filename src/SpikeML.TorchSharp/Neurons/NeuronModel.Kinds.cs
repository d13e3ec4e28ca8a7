namespace SpikeML.Torch;

// The models, one method each.
public sealed partial record NeuronModel
{
    /// <summary>Leaky neurons (<see cref="Torch.Leaky"/>).</summary>
    /// <param name="beta">The membrane's decay from one step to the next, 0 to 1.</param>
    /// <param name="threshold">The membrane above which a neuron fires, or null for 1.</param>
    /// <param name="surrogate">The surrogate gradient, or null for that of the trainer's options.</param>
    /// <param name="reset">How a spike resets the membrane, or null for what the trainer's options say.</param>
    /// <param name="learnBeta">Whether the decay is learned.</param>
    /// <param name="learnThreshold">Whether the threshold is learned.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A constant is out of range.</exception>
    public static NeuronModel Leaky(NeuronConstant beta, NeuronConstant? threshold = null, Surrogate? surrogate = null,
        ResetMechanism? reset = null, bool learnBeta = false, bool learnThreshold = false, FiringOptions? firing = null)
    {
        NeuronCheck.Decay(beta, nameof(beta));
        return new(NeuronKind.Leaky, new(threshold, surrogate, reset, learnThreshold, firing),
            (NeuronNames.Beta, beta, learnBeta));
    }

    /// <summary>Neurons with a synaptic current (<see cref="Torch.Synaptic"/>).</summary>
    /// <param name="alpha">The synaptic current's decay from one step to the next, 0 to 1.</param>
    /// <param name="beta">The membrane's decay, 0 to 1.</param>
    /// <param name="threshold">The membrane above which a neuron fires, or null for 1.</param>
    /// <param name="surrogate">The surrogate gradient, or null for that of the trainer's options.</param>
    /// <param name="reset">How a spike resets the membrane, or null for what the trainer's options say.</param>
    /// <param name="learnAlpha">Whether the current's decay is learned.</param>
    /// <param name="learnBeta">Whether the membrane's decay is learned.</param>
    /// <param name="learnThreshold">Whether the threshold is learned.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A constant is out of range.</exception>
    public static NeuronModel Synaptic(NeuronConstant alpha, NeuronConstant beta, NeuronConstant? threshold = null,
        Surrogate? surrogate = null, ResetMechanism? reset = null, bool learnAlpha = false, bool learnBeta = false,
        bool learnThreshold = false, FiringOptions? firing = null)
    {
        NeuronCheck.Decay(alpha, nameof(alpha));
        NeuronCheck.Decay(beta, nameof(beta));
        return new(NeuronKind.Synaptic, new(threshold, surrogate, reset, learnThreshold, firing),
            (NeuronNames.Alpha, alpha, learnAlpha), (NeuronNames.Beta, beta, learnBeta));
    }

    /// <summary>Alpha neurons (<see cref="Torch.Alpha"/>).</summary>
    /// <param name="alpha">The excitatory current's decay, above <paramref name="beta"/> and at most 1.</param>
    /// <param name="beta">The inhibitory current's decay, above 0 and below <paramref name="alpha"/>.</param>
    /// <param name="threshold">The membrane above which a neuron fires, or null for 1.</param>
    /// <param name="surrogate">The surrogate gradient, or null for that of the trainer's options.</param>
    /// <param name="reset">How a spike resets the neuron, or null for zero; an output may be never reset instead.</param>
    /// <param name="learnAlpha">Whether the excitatory decay is learned.</param>
    /// <param name="learnBeta">Whether the inhibitory decay is learned.</param>
    /// <param name="learnThreshold">Whether the threshold is learned.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults; its ResetDelay must be on.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A constant is out of range.</exception>
    public static NeuronModel Alpha(NeuronConstant alpha, NeuronConstant beta, NeuronConstant? threshold = null,
        Surrogate? surrogate = null, ResetMechanism? reset = null, bool learnAlpha = false, bool learnBeta = false,
        bool learnThreshold = false, FiringOptions? firing = null)
    {
        NeuronCheck.Decays(alpha, beta);
        return new(NeuronKind.Alpha, new(threshold, surrogate, reset, learnThreshold, firing),
            (NeuronNames.Alpha, alpha, learnAlpha), (NeuronNames.Beta, beta, learnBeta));
    }

    /// <summary>Lapicque's neurons with R = 1 and a decay (<see cref="Torch.Lapicque.FromBeta"/>).</summary>
    /// <param name="beta">The decay per step, above 0 and below 1.</param>
    /// <param name="timeStep">The duration of a step in seconds, above 0.</param>
    /// <param name="threshold">The membrane above which a neuron fires, or null for 1.</param>
    /// <param name="surrogate">The surrogate gradient, or null for that of the trainer's options.</param>
    /// <param name="reset">How a spike resets the membrane, or null for what the trainer's options say.</param>
    /// <param name="learnThreshold">Whether the threshold is learned.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A constant is out of range.</exception>
    public static NeuronModel Lapicque(double beta, double timeStep = 1, NeuronConstant? threshold = null,
        Surrogate? surrogate = null, ResetMechanism? reset = null, bool learnThreshold = false, FiringOptions? firing = null)
    {
        OptionCheck.Require(beta is > 0 and < 1, beta, nameof(beta), "beta must be above 0 and below 1.");
        OptionCheck.Positive(timeStep, nameof(timeStep));
        return LapicqueCircuit(1, timeStep / Math.Log(1 / beta), timeStep, threshold, surrogate, reset, learnThreshold, firing);
    }

    /// <summary>Lapicque's neurons with a resistance and a capacitance (<see cref="Torch.Lapicque.FromCircuit"/>).</summary>
    /// <param name="resistance">R in ohms, above 0.</param>
    /// <param name="capacitance">C in farads, above 0.</param>
    /// <param name="timeStep">The duration of a step in seconds, above 0.</param>
    /// <param name="threshold">The membrane above which a neuron fires, or null for 1.</param>
    /// <param name="surrogate">The surrogate gradient, or null for that of the trainer's options.</param>
    /// <param name="reset">How a spike resets the membrane, or null for what the trainer's options say.</param>
    /// <param name="learnThreshold">Whether the threshold is learned.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A constant is out of range.</exception>
    public static NeuronModel LapicqueCircuit(double resistance, double capacitance, double timeStep = 1,
        NeuronConstant? threshold = null, Surrogate? surrogate = null, ResetMechanism? reset = null,
        bool learnThreshold = false, FiringOptions? firing = null)
    {
        OptionCheck.Positive(resistance, nameof(resistance));
        OptionCheck.Positive(capacitance, nameof(capacitance));
        OptionCheck.Positive(timeStep, nameof(timeStep));
        return new(NeuronKind.Lapicque, new(threshold, surrogate, reset, learnThreshold, firing),
            (NeuronNames.Resistance, resistance, false), (NeuronNames.Capacitance, capacitance, false),
            (NeuronNames.TimeStep, timeStep, false));
    }

    /// <summary>Recurrent leaky neurons (<see cref="Torch.RLeaky"/>).</summary>
    /// <param name="beta">The membrane's decay from one step to the next, 0 to 1.</param>
    /// <param name="weight">
    /// The weight of a neuron's own previous spike. If null, spikes feed back to the entire layer: through a linear map of a
    /// dense layer, or a convolution with the layer's kernel.
    /// </param>
    /// <param name="threshold">The membrane above which a neuron fires, or null for 1.</param>
    /// <param name="surrogate">The surrogate gradient, or null for that of the trainer's options.</param>
    /// <param name="reset">How a spike resets the membrane, or null for what the trainer's options say.</param>
    /// <param name="learnBeta">Whether the decay is learned.</param>
    /// <param name="learnThreshold">Whether the threshold is learned.</param>
    /// <param name="learnRecurrent">Whether the weights of the feedback are learned.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A constant is out of range.</exception>
    public static NeuronModel RLeaky(NeuronConstant beta, NeuronConstant? weight = null, NeuronConstant? threshold = null,
        Surrogate? surrogate = null, ResetMechanism? reset = null, bool learnBeta = false, bool learnThreshold = false,
        bool learnRecurrent = true, FiringOptions? firing = null)
    {
        NeuronCheck.Decay(beta, nameof(beta));
        return new(NeuronKind.RLeaky, new(threshold, surrogate, reset, learnThreshold, firing),
            [(NeuronNames.Beta, beta, learnBeta), .. Feedback(weight, learnRecurrent)])
        {
            AllToAll = weight is null,
            LearnsRecurrent = weight is null && learnRecurrent,
        };
    }

    /// <summary>Recurrent neurons with a synaptic current (<see cref="Torch.RSynaptic"/>).</summary>
    /// <param name="alpha">The synaptic current's decay from one step to the next, 0 to 1.</param>
    /// <param name="beta">The membrane's decay, 0 to 1.</param>
    /// <param name="weight">
    /// The weight of a neuron's own previous spike. If null, spikes feed back to the entire layer: through a linear map of a
    /// dense layer, or a convolution with the layer's kernel.
    /// </param>
    /// <param name="threshold">The membrane above which a neuron fires, or null for 1.</param>
    /// <param name="surrogate">The surrogate gradient, or null for that of the trainer's options.</param>
    /// <param name="reset">How a spike resets the membrane, or null for what the trainer's options say.</param>
    /// <param name="learnAlpha">Whether the current's decay is learned.</param>
    /// <param name="learnBeta">Whether the membrane's decay is learned.</param>
    /// <param name="learnThreshold">Whether the threshold is learned.</param>
    /// <param name="learnRecurrent">Whether the weights of the feedback are learned.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A constant is out of range.</exception>
    public static NeuronModel RSynaptic(NeuronConstant alpha, NeuronConstant beta, NeuronConstant? weight = null,
        NeuronConstant? threshold = null, Surrogate? surrogate = null, ResetMechanism? reset = null, bool learnAlpha = false,
        bool learnBeta = false, bool learnThreshold = false, bool learnRecurrent = true, FiringOptions? firing = null)
    {
        NeuronCheck.Decay(alpha, nameof(alpha));
        NeuronCheck.Decay(beta, nameof(beta));
        return new(NeuronKind.RSynaptic, new(threshold, surrogate, reset, learnThreshold, firing),
            [(NeuronNames.Alpha, alpha, learnAlpha), (NeuronNames.Beta, beta, learnBeta), .. Feedback(weight, learnRecurrent)])
        {
            AllToAll = weight is null,
            LearnsRecurrent = weight is null && learnRecurrent,
        };
    }

    private static IEnumerable<(string, NeuronConstant, bool)> Feedback(NeuronConstant? weight, bool isLearned)
    {
        if (weight is null)
            return [];
        NeuronCheck.Finite(weight, nameof(weight));
        return [(NeuronNames.Feedback, weight, isLearned)];
    }
}
