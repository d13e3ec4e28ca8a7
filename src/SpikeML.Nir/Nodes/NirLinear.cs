namespace SpikeML.Nir;

/// <summary>Weighted sums of the inputs: W x.</summary>
public sealed record NirLinear : NirNode
{
    /// <summary>The weights, [outputs, inputs].</summary>
    public required NirArray Weight { get; init; }

    /// <inheritdoc/>
    public override string Type => "Linear";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays => [("weight", Weight)];

    internal override NirShape? OwnInput => [Weight.Shape[1]];

    internal override NirShape? Output(NirShape? input) => [Weight.Shape[0]];

    internal override string? Fault() => NirFault.OfWeights(Weight, 2, "[outputs, inputs]");
}
