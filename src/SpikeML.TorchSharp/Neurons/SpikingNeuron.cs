using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The base of the neuron models: threshold, reset, surrogate gradient, and the loop over time.</summary>
/// <remarks>
/// <see cref="forward"/> takes the input currents of all steps, time-major like spike columns, and starts from zero state;
/// <see cref="Run"/> starts from a given one. Each model's <c>Step</c> corresponds to snnTorch's call for one step, with the
/// state held by the caller. As in snnTorch, a spike resets the membrane one step later, and no gradient flows through the
/// reset.
/// </remarks>
public abstract class SpikingNeuron : nn.Module<Tensor, SpikeRecording>
{
    private readonly List<string> _constants = [];

    private protected SpikingNeuron(string name, NeuronConstant? threshold, Surrogate? surrogate, ResetMechanism reset,
        bool learnThreshold)
        : base(name)
    {
        threshold ??= 1;
        NeuronCheck.Finite(threshold, nameof(threshold));
        OptionCheck.Require(Enum.IsDefined(reset), reset, nameof(reset), "reset must be Subtract, Zero or None.");
        Surrogate = surrogate ?? Surrogate.Atan();
        Reset = reset;
        Register("threshold", threshold, learnThreshold);
    }

    /// <summary>The surrogate gradient; by default, as in snnTorch, the arctangent with alpha 2.</summary>
    public Surrogate Surrogate { get; }

    /// <summary>How a spike resets the membrane.</summary>
    public ResetMechanism Reset { get; }

    /// <summary>
    /// The membrane potential above which a neuron fires: a single value or one per neuron, a trainable parameter if it is
    /// learned.
    /// </summary>
    public Tensor Threshold => Value("threshold");

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
            NeuronCheck.Fits(state, input, StateCount, GetName());
        (SpikeRecording recording, Tensor[] last) = Walk(input, state is null ? null : [.. state.Tensors]);
        return (new(recording.Spikes.MoveToOuterDisposeScope(), recording.Membrane.MoveToOuterDisposeScope()),
            new([.. last.Select(tensor => tensor.MoveToOuterDisposeScope())]));
    }

    /// <summary>Runs all steps from a state, or from zeros if it is null.</summary>
    private protected virtual (SpikeRecording Recording, Tensor[] State) Walk(Tensor input, Tensor[]? state)
    {
        List<Tensor> spikes = [], membranes = [];
        state = InitialState(input[0], state ?? []);
        foreach (Tensor current in input.unbind(0))
        {
            state = Advance(current, state);
            spikes.Add(Fire(state[^1]));
            membranes.Add(state[^1]);
            state = AfterSpikes(state, spikes[^1]);
        }
        return (new(stack(spikes), stack(membranes)), state);
    }

    /// <summary>The number of tensors in the state; the last one is the membrane.</summary>
    private protected virtual int StateCount => 1;

    /// <summary>The state after a step.</summary>
    private protected abstract Tensor[] Advance(Tensor input, Tensor[] state);

    /// <summary>The state for the next step; for recurrent models, preceded by the spikes.</summary>
    private protected virtual Tensor[] AfterSpikes(Tensor[] state, Tensor spikes) => state;

    /// <summary>The state before the first step: zeros, or the tensors given by the caller.</summary>
    private protected Tensor[] InitialState(Tensor input, params Tensor?[] given)
    {
        foreach (string name in _constants)
            NeuronCheck.Fits(name, Value(name), input);
        return [.. Enumerable.Range(0, StateCount).Select(i => given.ElementAtOrDefault(i) ?? zeros_like(input))];
    }

    private protected Tensor Fire(Tensor membrane) => Surrogate.Spike(membrane.Minus(Threshold));

    /// <summary>1 for neurons that fired at the previous step, otherwise 0; without gradient.</summary>
    private protected Tensor Fired(Tensor membrane) => membrane.detach().gt(Threshold.detach()).to(membrane.dtype);

    /// <summary>1 for neurons that did not fire at the previous step, otherwise 0; without gradient.</summary>
    private protected Tensor Spared(Tensor membrane) => membrane.detach().gt(Threshold.detach()).logical_not().to(membrane.dtype);

    /// <summary>
    /// The reset of models whose membrane follows one formula: <paramref name="next"/> is the membrane without a reset.
    /// </summary>
    private protected Tensor ResetFrom(Tensor next, Tensor membrane) => Reset switch
    {
        ResetMechanism.Subtract => next.Minus(Fired(membrane) * Threshold),
        ResetMechanism.Zero => next * Spared(membrane),
        _ => next,
    };

    private protected void Register(string name, NeuronConstant value, bool learned)
    {
        _constants.Add(name);
        if (learned)
            register_parameter(name, new Parameter(value.ToTensor()));
        else
            register_buffer(name, value.ToTensor());
    }

    private protected Tensor Value(string name) => get_parameter(name) ?? get_buffer(name)!;

    /// <summary>A decay, clamped to [0, 1] because learning may move it outside.</summary>
    private protected Tensor Decay(string name) => Value(name).Within(0, 1);
}
