using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The base of the neuron models: threshold, reset, surrogate gradient, and the loop over time.</summary>
/// <remarks>
/// <para>
/// <see cref="forward"/> takes the input currents of all steps, time-major like spike columns, and starts from zero state;
/// <see cref="Run"/> starts from a given one. Each model's <c>Step</c> corresponds to snnTorch's call for one step, with the
/// state held by the caller. As in snnTorch, a spike resets the membrane one step later, and no gradient flows through the
/// reset, unless <see cref="FiringOptions.ResetDelay"/> is off.
/// </para>
/// <para>
/// For a model of your own, derive from this class: register its constants in the constructor
/// (<see cref="RegisterConstant"/>), and override <see cref="Advance"/>; with more state than a membrane,
/// <see cref="StateCount"/>; and with a state of another shape than the input, <see cref="ZeroState"/>.
/// </para>
/// </remarks>
public abstract partial class SpikingNeuron : nn.Module<Tensor, SpikeRecording>
{
    private readonly List<string> _constants = [];
    private readonly bool _isGraded;

    /// <param name="name">The name of the module.</param>
    /// <param name="threshold">
    /// The membrane above which a neuron fires, a single value or one per neuron, or null for 1.
    /// </param>
    /// <param name="surrogate">The surrogate gradient, or null for the arctangent with alpha 2.</param>
    /// <param name="reset">How a spike resets the membrane.</param>
    /// <param name="learnThreshold">Whether the threshold is a trainable parameter.</param>
    /// <param name="firing">What happens when a neuron fires, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not finite, or the reset is none of them.</exception>
    protected SpikingNeuron(string name, NeuronConstant? threshold = null, Surrogate? surrogate = null,
        ResetMechanism reset = ResetMechanism.Subtract, bool learnThreshold = false, FiringOptions? firing = null)
        : base(name)
    {
        threshold ??= 1;
        firing ??= new();
        NeuronCheck.Finite(threshold, nameof(threshold));
        OptionCheck.Require(Enum.IsDefined(reset), reset, nameof(reset), "reset must be Subtract, Zero or None.");
        Surrogate = surrogate ?? Surrogate.Atan();
        (Reset, Inhibition, ResetDelay, _isGraded) = (reset, firing.Inhibition, firing.ResetDelay, firing.IsGraded);
        StateQuantization = firing.StateQuantization;
        RegisterConstant(NeuronNames.Threshold, threshold, learnThreshold);
        if (_isGraded)
            RegisterConstant(NeuronNames.Factor, firing.GradedSpikesFactor, firing.LearnGradedSpikesFactor);
    }

    /// <summary>The surrogate gradient; by default, as in snnTorch, the arctangent with alpha 2.</summary>
    public Surrogate Surrogate { get; }

    /// <summary>How a spike resets the membrane.</summary>
    public ResetMechanism Reset { get; }

    /// <summary>Whether only the strongest neuron of the layer fires (<see cref="FiringOptions.Inhibition"/>).</summary>
    public bool Inhibition { get; }

    /// <summary>Whether a spike resets the membrane one step later (<see cref="FiringOptions.ResetDelay"/>).</summary>
    public bool ResetDelay { get; }

    /// <summary>The levels of the state (<see cref="FiringOptions.StateQuantization"/>), or null if not quantised.</summary>
    public StateQuantization? StateQuantization { get; }

    /// <summary>
    /// The membrane potential above which a neuron fires: a single value or one per neuron, a trainable parameter if it is
    /// learned.
    /// </summary>
    public Tensor Threshold => Constant(NeuronNames.Threshold);

    /// <summary>
    /// The value of a spike: a single one or one per neuron, a trainable parameter if it is learned; null if it is 1.
    /// </summary>
    public Tensor? GradedSpikesFactor => _isGraded ? Constant(NeuronNames.Factor) : null;

    /// <summary>Runs all steps, starting from zero state.</summary>
    /// <param name="input">The input currents, [numSteps, batch, ...].</param>
    /// <returns>The spikes and the membranes of all steps.</returns>
    public override SpikeRecording forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor spikes, Tensor membrane) = Run(input).Recording;
        return new(spikes.MoveToOuterDisposeScope(), membrane.MoveToOuterDisposeScope());
    }

    /// <summary>Runs all steps from a given state, and returns the state after the last one.</summary>
    /// <remarks>
    /// Running an input in parts, each from the state after the previous part, gives the same spikes and membranes as running it
    /// as a whole. <see cref="NeuronState.Detach"/> between the parts stops the gradients there.
    /// </remarks>
    /// <param name="input">The input currents, [numSteps, batch, ...].</param>
    /// <param name="state">The state before the first step, or null for zeros.</param>
    /// <returns>The spikes and the membranes of all steps, and the state after the last step.</returns>
    /// <exception cref="ArgumentException">The state is that of other neurons.</exception>
    public (SpikeRecording Recording, NeuronState State) Run(Tensor input, NeuronState? state = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using DisposeScope scope = NewDisposeScope();
        if (state is not null)
            NeuronCheck.Fits(state, ZeroState(input[0]), StateCount, GetName());
        (SpikeRecording recording, Tensor[] last) = Walk(input, state is null ? null : [.. state.Tensors]);
        return (new(recording.Spikes.MoveToOuterDisposeScope(), recording.Membrane.MoveToOuterDisposeScope()),
            new([.. last.Select(tensor => tensor.MoveToOuterDisposeScope())]));
    }

    /// <summary>The number of tensors in the state, 1 unless overridden; the last one is the membrane.</summary>
    protected virtual int StateCount => 1;

    /// <summary>A tensor of the state before the first step: zeros, with the shape of the input unless overridden.</summary>
    /// <param name="input">The input of a step, [batch, ...].</param>
    /// <returns>Zeros, [batch, ...] with the shape of the neurons.</returns>
    protected virtual Tensor ZeroState(Tensor input) => zeros_like(input);

    /// <summary>Advances the state by one step, including the reset for spikes of the previous step.</summary>
    /// <param name="input">The input currents, [batch, ...].</param>
    /// <param name="state">The state after the previous step: <see cref="StateCount"/> tensors with the same shape.</param>
    /// <returns>The new state; the membrane, from which the spikes are computed, is the last tensor.</returns>
    protected abstract Tensor[] Advance(Tensor input, Tensor[] state);

    /// <summary>
    /// The state for the next step, given the spikes of this one. Recurrent models put the spikes into the state here.
    /// </summary>
    /// <param name="state">The state after <see cref="Advance"/>.</param>
    /// <param name="spikes">The spikes of the step.</param>
    /// <returns>The state; unchanged unless overridden.</returns>
    protected virtual Tensor[] AfterSpikes(Tensor[] state, Tensor spikes) => state;

    /// <summary>Advances the state by one step and lets the neurons fire, for the <c>Step</c> of a model.</summary>
    /// <param name="input">The input currents, [batch, ...].</param>
    /// <param name="state">The state after the previous step; missing tensors and nulls are zeros.</param>
    /// <returns>The spikes, and the new state.</returns>
    protected (Tensor Spikes, Tensor[] State) StepOnce(Tensor input, params Tensor?[] state)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(state);
        return Next(input, InitialState(input, state));
    }

    /// <summary>Registers a constant of the model as a parameter if it is learned, and as a buffer otherwise.</summary>
    /// <param name="name">The name in the module's state dictionary.</param>
    /// <param name="value">A single value or one per neuron.</param>
    /// <param name="learned">Whether it is a trainable parameter.</param>
    protected void RegisterConstant(string name, NeuronConstant value, bool learned)
    {
        ArgumentNullException.ThrowIfNull(value);
        _constants.Add(name);
        if (learned)
            register_parameter(name, new Parameter(value.ToTensor()));
        else
            register_buffer(name, value.ToTensor());
    }

    /// <summary>A registered constant.</summary>
    /// <param name="name">Its name.</param>
    protected Tensor Constant(string name) => get_parameter(name) ?? get_buffer(name)!;

    /// <summary>A registered constant clamped to [0, 1], because learning may move a decay outside.</summary>
    /// <param name="name">Its name.</param>
    protected Tensor Decay(string name) => Constant(name).Within(0, 1);

    /// <summary>Runs all steps from a state, or from zeros if it is null.</summary>
    private protected virtual (SpikeRecording Recording, Tensor[] State) Walk(Tensor input, Tensor[]? state)
    {
        List<Tensor> spikes = [], membranes = [];
        state = InitialState(input[0], state ?? []);
        foreach (Tensor current in input.unbind(0))
        {
            (Tensor fired, state) = Next(current, state);
            spikes.Add(fired);
            membranes.Add(state[^1]);
        }
        return (new(stack(spikes), stack(membranes)), state);
    }

    private (Tensor Spikes, Tensor[] State) Next(Tensor input, Tensor[] state)
    {
        Tensor before = state[^1];
        state = Advance(input, state);
        if (StateQuantization is not null)
            state = [.. state.Select(StateQuantization.Quantize)];
        Tensor spikes = FireFrom(state);
        if (!ResetDelay)
            state = [.. state[..^1], ResetNow(state[^1], spikes, before)];
        if (_isGraded)
            spikes = spikes * Constant(NeuronNames.Factor);
        return (spikes, AfterSpikes(state, spikes));
    }

    /// <summary>The state before a step: zeros, or the tensors given by the caller.</summary>
    private protected Tensor[] InitialState(Tensor input, Tensor?[] given)
    {
        Tensor[] state = [.. Enumerable.Range(0, StateCount).Select(i => given.ElementAtOrDefault(i) ?? ZeroState(input))];
        foreach (string name in _constants)
            NeuronCheck.Fits(name, Constant(name), state[^1]);
        return state;
    }
}
