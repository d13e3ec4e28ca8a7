namespace SpikeML.Nir;

/// <summary>
/// Leaky integrate-and-fire neurons with a synaptic current: tau_syn di/dt = -i + w_in x,
/// tau_mem dv/dt = v_leak - v + r i; a neuron whose membrane exceeds its threshold fires and is reset.
/// </summary>
public sealed record NirCubaLif : NirNeurons
{
    /// <summary>The time constants of the synaptic currents, in seconds, above 0.</summary>
    public required NirArray TauSyn { get; init; }

    /// <summary>The time constants of the membranes, in seconds, above 0.</summary>
    public required NirArray TauMem { get; init; }

    /// <summary>The resistances.</summary>
    public required NirArray R { get; init; }

    /// <summary>The membranes without input.</summary>
    public required NirArray VLeak { get; init; }

    /// <summary>The membranes above which neurons fire.</summary>
    public required NirArray VThreshold { get; init; }

    /// <summary>The membranes after a spike.</summary>
    public required NirArray VReset { get; init; }

    /// <summary>The weights of what the neurons take in.</summary>
    public required NirArray WIn { get; init; }

    /// <inheritdoc/>
    public override string Type => "CubaLIF";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays =>
    [
        ("tau_syn", TauSyn), ("tau_mem", TauMem), ("r", R), ("v_leak", VLeak),
        ("v_threshold", VThreshold), ("v_reset", VReset), ("w_in", WIn),
    ];
}
