namespace SpikeML.Nir;

/// <summary>Integrate-and-fire neurons: dv/dt = r x; a neuron whose membrane exceeds its threshold fires and is reset.</summary>
public sealed record NirIf : NirNeurons
{
    /// <summary>The resistances.</summary>
    public required NirArray R { get; init; }

    /// <summary>The membranes above which neurons fire.</summary>
    public required NirArray VThreshold { get; init; }

    /// <summary>The membranes after a spike.</summary>
    public required NirArray VReset { get; init; }

    /// <inheritdoc/>
    public override string Type => "IF";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays =>
    [
        ("r", R), ("v_threshold", VThreshold),
        ("v_reset", VReset),
    ];
}
