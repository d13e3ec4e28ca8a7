namespace SpikeML.Nir;

/// <summary>Integrators, which put out their membrane: dv/dt = r x.</summary>
public sealed record NirI : NirNeurons
{
    /// <summary>The resistances.</summary>
    public required NirArray R { get; init; }

    /// <inheritdoc/>
    public override string Type => "I";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays => [("r", R)];
}
