namespace SpikeML.Nir;

/// <summary>Weighted sums of the inputs and a bias: W x + b.</summary>
public sealed record NirAffine : NirNode
{
    /// <summary>The weights, [outputs, inputs].</summary>
    public required NirArray Weight { get; init; }

    /// <summary>The biases, [outputs].</summary>
    public required NirArray Bias { get; init; }

    /// <inheritdoc/>
    public override string Type => "Affine";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays => [("weight", Weight), ("bias", Bias)];

    internal override NirShape? OwnInput => [Weight.Shape[1]];

    internal override NirShape? Output(NirShape? input) => [Weight.Shape[0]];

    internal override string? Fault() =>
        NirFault.OfWeights(Weight, 2, "[outputs, inputs]") ?? NirFault.OfBias(Bias, Weight.Shape[0]);
}
