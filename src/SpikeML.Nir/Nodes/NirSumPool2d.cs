namespace SpikeML.Nir;

/// <summary>The sum of each window of images, [channels, height, width].</summary>
public sealed record NirSumPool2d : NirPool2d
{
    /// <inheritdoc/>
    public override string Type => "SumPool2d";
}
