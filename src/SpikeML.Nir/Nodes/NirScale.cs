namespace SpikeML.Nir;

/// <summary>Products of the inputs and factors.</summary>
public sealed record NirScale : NirNeurons
{
    /// <summary>The factors.</summary>
    public required NirArray Scale { get; init; }

    /// <inheritdoc/>
    public override string Type => "Scale";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays => [("scale", Scale)];
}
