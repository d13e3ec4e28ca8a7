namespace SpikeML.Nir;

/// <summary>Where data enters a graph.</summary>
public sealed record NirInput : NirNode
{
    /// <summary>The shape of one step of the data.</summary>
    public required NirShape Shape { get; init; }

    /// <inheritdoc/>
    public override string Type => "Input";

    internal override IEnumerable<(string Name, object Value)> Settings => [("shape", Shape)];

    internal override NirShape? OwnInput => Shape;

    internal override NirShape? Output(NirShape? input) => Shape;

    internal override string? Fault() => NirFault.OfShape("shape", Shape);
}
