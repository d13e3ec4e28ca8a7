using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Lapicque's neuron (snnTorch's <c>Lapicque</c>), a resistor and a capacitor in parallel, by the forward Euler method:
/// membrane[t] = (1 - dt / RC) membrane[t-1] + (dt / C) input[t] - reset. The state is the membrane.
/// </summary>
public sealed class Lapicque : SpikingNeuron
{
    private readonly double _leak;
    private readonly double _gain;

    private Lapicque(double resistance, double capacitance, double timeStep, NeuronConstant? threshold, Surrogate? surrogate,
        ResetMechanism reset, bool learnThreshold, FiringOptions? firing)
        : base(nameof(Lapicque), threshold, surrogate, reset, learnThreshold, firing)
    {
        (Resistance, Capacitance, TimeStep) = (resistance, capacitance, timeStep);
        _leak = 1 - timeStep / (resistance * capacitance);
        _gain = timeStep / capacitance;
    }

    /// <summary>Creates neurons from a resistance and a capacitance.</summary>
    /// <param name="resistance">R in ohms, above 0.</param>
    /// <param name="capacitance">C in farads, above 0.</param>
    /// <param name="timeStep">The duration of a step in seconds, above 0.</param>
    /// <param name="threshold">
    /// The membrane above which the neuron fires, a single value or one per neuron, or null for 1.
    /// </param>
    /// <param name="surrogate">The surrogate gradient, or null for the arctangent with alpha 2.</param>
    /// <param name="reset">How a spike resets the membrane.</param>
    /// <param name="learnThreshold">Whether the threshold is a trainable parameter.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <returns>The neurons.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static Lapicque FromCircuit(double resistance, double capacitance, double timeStep = 1,
        NeuronConstant? threshold = null, Surrogate? surrogate = null, ResetMechanism reset = ResetMechanism.Subtract,
        bool learnThreshold = false, FiringOptions? firing = null)
    {
        OptionCheck.Positive(resistance, nameof(resistance));
        OptionCheck.Positive(capacitance, nameof(capacitance));
        OptionCheck.Positive(timeStep, nameof(timeStep));
        return new(resistance, capacitance, timeStep, threshold, surrogate, reset, learnThreshold, firing);
    }

    /// <summary>Creates neurons with R = 1 and an exact decay per step of beta = exp(-dt / RC).</summary>
    /// <param name="beta">The decay, above 0 and below 1.</param>
    /// <param name="timeStep">The duration of a step in seconds, above 0.</param>
    /// <param name="threshold">
    /// The membrane above which the neuron fires, a single value or one per neuron, or null for 1.
    /// </param>
    /// <param name="surrogate">The surrogate gradient, or null for the arctangent with alpha 2.</param>
    /// <param name="reset">How a spike resets the membrane.</param>
    /// <param name="learnThreshold">Whether the threshold is a trainable parameter.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <returns>The neurons.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static Lapicque FromBeta(double beta, double timeStep = 1, NeuronConstant? threshold = null,
        Surrogate? surrogate = null, ResetMechanism reset = ResetMechanism.Subtract, bool learnThreshold = false,
        FiringOptions? firing = null)
    {
        OptionCheck.Require(beta is > 0 and < 1, beta, nameof(beta), "beta must be above 0 and below 1.");
        OptionCheck.Positive(timeStep, nameof(timeStep));
        return new(1, timeStep / Math.Log(1 / beta), timeStep, threshold, surrogate, reset, learnThreshold, firing);
    }

    /// <summary>R in ohms.</summary>
    public double Resistance { get; }

    /// <summary>C in farads.</summary>
    public double Capacitance { get; }

    /// <summary>The duration of a step in seconds.</summary>
    public double TimeStep { get; }

    /// <summary>Runs one step.</summary>
    /// <param name="input">The input current in amperes, [batch, ...].</param>
    /// <param name="membrane">The membrane in volts after the previous step, with the same shape, or null for zeros.</param>
    /// <returns>
    /// The spikes and the new membrane, both with the shape of the input. Pass the membrane to the next step.
    /// </returns>
    public (Tensor Spikes, Tensor Membrane) Step(Tensor input, Tensor? membrane = null)
    {
        (Tensor spikes, Tensor[] state) = StepOnce(input, membrane);
        return (spikes, state[0]);
    }

    /// <summary>Advances the state by one step.</summary>
    protected override Tensor[] Advance(Tensor input, Tensor[] state) =>
        [ResetFrom(input.Times(_gain).Plus(state[0].Times(_leak)), state[0])];
}
