namespace SpikeML.Nir;

/// <summary>
/// Leaky integrators with a synaptic current, which put out their membrane: tau_syn di/dt = -i + w_in x,
/// tau_mem dv/dt = v_leak - v + r i.
/// </summary>
public sealed record NirCubaLi : NirNeurons
{
    /// <summary>The time constants of the synaptic currents, in seconds, above 0.</summary>
    public required NirArray TauSyn { get; init; }

    /// <summary>The time constants of the membranes, in seconds, above 0.</summary>
    public required NirArray TauMem { get; init; }

    /// <summary>The resistances.</summary>
    public required NirArray R { get; init; }

    /// <summary>The membranes without input.</summary>
    public required NirArray VLeak { get; init; }

    /// <summary>The weights of what the neurons take in.</summary>
    public required NirArray WIn { get; init; }

    /// <inheritdoc/>
    public override string Type => "CubaLI";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays =>
    [
        ("tau_syn", TauSyn), ("tau_mem", TauMem), ("r", R),
        ("v_leak", VLeak), ("w_in", WIn),
    ];
}
