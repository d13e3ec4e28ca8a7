namespace SpikeML.Nir;

/// <summary>Where results leave a graph.</summary>
public sealed record NirOutput : NirNode
{
    /// <summary>The shape of one step of the results.</summary>
    public required NirShape Shape { get; init; }

    /// <inheritdoc/>
    public override string Type => "Output";

    internal override IEnumerable<(string Name, object Value)> Settings => [("shape", Shape)];

    internal override NirShape? OwnInput => Shape;

    internal override NirShape? Output(NirShape? input) => Shape;

    internal override string? Fault() => NirFault.OfShape("shape", Shape);
}
