namespace SpikeML.Nir;

/// <summary>
/// Leaky integrate-and-fire neurons: tau dv/dt = v_leak - v + r x; a neuron whose membrane exceeds its threshold
/// fires and is reset.
/// </summary>
public sealed record NirLif : NirNeurons
{
    /// <summary>The time constants of the membranes, in seconds, above 0.</summary>
    public required NirArray Tau { get; init; }

    /// <summary>The resistances.</summary>
    public required NirArray R { get; init; }

    /// <summary>The membranes without input.</summary>
    public required NirArray VLeak { get; init; }

    /// <summary>The membranes above which neurons fire.</summary>
    public required NirArray VThreshold { get; init; }

    /// <summary>The membranes after a spike.</summary>
    public required NirArray VReset { get; init; }

    /// <inheritdoc/>
    public override string Type => "LIF";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays =>
    [
        ("tau", Tau), ("r", R), ("v_leak", VLeak),
        ("v_threshold", VThreshold), ("v_reset", VReset),
    ];
}
