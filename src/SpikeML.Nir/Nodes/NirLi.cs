namespace SpikeML.Nir;

/// <summary>Leaky integrators, which put out their membrane: tau dv/dt = v_leak - v + r x.</summary>
public sealed record NirLi : NirNeurons
{
    /// <summary>The time constants of the membranes, in seconds, above 0.</summary>
    public required NirArray Tau { get; init; }

    /// <summary>The resistances.</summary>
    public required NirArray R { get; init; }

    /// <summary>The membranes without input.</summary>
    public required NirArray VLeak { get; init; }

    /// <inheritdoc/>
    public override string Type => "LI";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays => [("tau", Tau), ("r", R), ("v_leak", VLeak)];
}
