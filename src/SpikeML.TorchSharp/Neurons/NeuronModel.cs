using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>
/// The neurons of a layer in the trainers: equations, constants, reset and surrogate gradient, as in the neuron classes of the
/// same names.
/// </summary>
/// <remarks>
/// Constants are one number, or one per neuron: an array with one per neuron of a dense layer, or per channel of a convolution.
/// </remarks>
public sealed partial record NeuronModel
{
    private readonly ImmutableSortedDictionary<string, NeuronConstant> _constants;
    private readonly ImmutableSortedSet<string> _learned;

    private NeuronModel(NeuronKind kind, Shared shared,
        params IEnumerable<(string Name, NeuronConstant Value, bool IsLearned)> own)
    {
        NeuronConstant threshold = shared.Threshold ?? 1;
        NeuronCheck.Finite(threshold, nameof(threshold));
        (Kind, Surrogate, Reset) = (kind, shared.Surrogate, shared.Reset);
        (Inhibition, ResetDelay) = (shared.Firing?.Inhibition ?? false, shared.Firing?.ResetDelay ?? true);
        StateQuantization = shared.Firing?.StateQuantization;
        own = own.Append((NeuronNames.Threshold, threshold, shared.LearnThreshold));
        if (shared.Firing is { IsGraded: true } firing)
            own = own.Append((NeuronNames.Factor, firing.GradedSpikesFactor, firing.LearnGradedSpikesFactor));
        _constants = own.ToImmutableSortedDictionary(constant => constant.Name, constant => constant.Value,
            StringComparer.Ordinal);
        _learned = own.Where(constant => constant.IsLearned).Select(constant => constant.Name)
            .ToImmutableSortedSet(StringComparer.Ordinal);
    }

    /// <summary>The equations.</summary>
    public NeuronKind Kind { get; }

    /// <summary>
    /// The constants by the names that they have in snnTorch: <c>beta</c>, <c>alpha</c>, <c>threshold</c>, <c>V</c>,
    /// <c>graded_spikes_factor</c>, and <c>R</c>, <c>C</c> and <c>time_step</c> of Lapicque's neuron.
    /// </summary>
    public IReadOnlyDictionary<string, NeuronConstant> Constants => _constants;

    /// <summary>
    /// The names of the constants that are learned; <c>recurrent</c> stands for the weights of feedback to the entire layer.
    /// </summary>
    public IReadOnlyCollection<string> Learned => LearnsRecurrent ? _learned.Add(NeuronNames.Recurrent) : _learned;

    /// <summary>Whether spikes feed back to the entire layer, through weights of their own.</summary>
    public bool AllToAll { get; private init; }

    internal bool LearnsRecurrent { get; private init; }

    /// <summary>
    /// How a spike resets the membrane. If null, alpha neurons are reset to zero and others as the trainer's options say.
    /// </summary>
    public ResetMechanism? Reset
    {
        get;
        init => field = value is null || Enum.IsDefined(value.Value) ? value : throw new ArgumentOutOfRangeException(
            nameof(Reset), value, "Reset must be null, Subtract, Zero or None.");
    }

    /// <summary>The surrogate gradient, or null for that of the trainer's options.</summary>
    public Surrogate? Surrogate { get; init; }

    /// <summary>Whether only the strongest neuron of the layer fires (<see cref="FiringOptions.Inhibition"/>).</summary>
    public bool Inhibition { get; init; }

    /// <summary>Whether a spike resets the membrane one step later (<see cref="FiringOptions.ResetDelay"/>).</summary>
    public bool ResetDelay
    {
        get;
        init
        {
            OptionCheck.Require(value || Kind != NeuronKind.Alpha, value, nameof(ResetDelay), NeuronCheck.AlphaIsDelayed);
            field = value;
        }
    }

    /// <summary>The levels of the state (<see cref="FiringOptions.StateQuantization"/>), or null if not quantised.</summary>
    public StateQuantization? StateQuantization { get; init; }

    /// <summary>Whether both have the same equations, constants and options.</summary>
    public bool Equals(NeuronModel? other) => other is not null
        && (Kind, AllToAll, LearnsRecurrent, Reset) == (other.Kind, other.AllToAll, other.LearnsRecurrent, other.Reset)
        && (Surrogate, Inhibition, ResetDelay) == (other.Surrogate, other.Inhibition, other.ResetDelay)
        && StateQuantization == other.StateQuantization
        && _constants.SequenceEqual(other._constants) && _learned.SetEquals(other._learned);

    /// <summary>A hash code of the equations and constants.</summary>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Kind);
        foreach ((string name, NeuronConstant value) in _constants)
            hash.Add((name, value));
        return hash.ToHashCode();
    }

    /// <summary>A short description, such as "synaptic" or "recurrent leaky".</summary>
    public override string ToString() => Kind switch
    {
        NeuronKind.Lapicque => "Lapicque",
        NeuronKind.RLeaky => "recurrent leaky",
        NeuronKind.RSynaptic => "recurrent synaptic",
        _ => Kind.ToString().ToLowerInvariant(),
    };

    internal FiringOptions Firing => new()
    {
        Inhibition = Inhibition,
        ResetDelay = ResetDelay,
        StateQuantization = StateQuantization,
        GradedSpikesFactor = _constants.GetValueOrDefault(NeuronNames.Factor) ?? 1,
        LearnGradedSpikesFactor = Learns(NeuronNames.Factor),
    };

    internal bool Learns(string constant) => _learned.Contains(constant);

    /// <summary>
    /// A model of a kind from constants by name, none of them learned; throws if one is missing or out of range.
    /// </summary>
    internal static NeuronModel Of(NeuronKind kind, IReadOnlyDictionary<string, NeuronConstant> constants, ResetMechanism? reset,
        bool inhibition, bool resetDelay, StateQuantization? quantization = null)
    {
        NeuronConstant Each(string name) => constants.GetValueOrDefault(name)
            ?? throw new ArgumentException($"{kind} neurons need the constant '{name}'.");
        double One(string name) => Each(name).Values.Single();
        NeuronConstant? weight = constants.GetValueOrDefault(NeuronNames.Feedback), threshold = Each(NeuronNames.Threshold);
        FiringOptions firing = new()
        {
            Inhibition = inhibition,
            ResetDelay = resetDelay,
            StateQuantization = quantization,
            GradedSpikesFactor = constants.GetValueOrDefault(NeuronNames.Factor) ?? 1,
        };
        return kind switch
        {
            NeuronKind.Leaky => Leaky(Each(NeuronNames.Beta), threshold, reset: reset, firing: firing),
            NeuronKind.Synaptic => Synaptic(Each(NeuronNames.Alpha), Each(NeuronNames.Beta), threshold, reset: reset,
                firing: firing),
            NeuronKind.Alpha => Alpha(Each(NeuronNames.Alpha), Each(NeuronNames.Beta), threshold, reset: reset, firing: firing),
            NeuronKind.Lapicque => LapicqueCircuit(One(NeuronNames.Resistance), One(NeuronNames.Capacitance),
                One(NeuronNames.TimeStep), threshold, reset: reset, firing: firing),
            NeuronKind.RLeaky => RLeaky(Each(NeuronNames.Beta), weight, threshold, reset: reset, learnRecurrent: false,
                firing: firing),
            _ => RSynaptic(Each(NeuronNames.Alpha), Each(NeuronNames.Beta), weight, threshold, reset: reset,
                learnRecurrent: false, firing: firing),
        };
    }

    /// <summary>What all models have.</summary>
    private sealed record Shared(NeuronConstant? Threshold, Surrogate? Surrogate, ResetMechanism? Reset, bool LearnThreshold,
        FiringOptions? Firing);
}
