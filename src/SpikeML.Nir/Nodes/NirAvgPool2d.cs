namespace SpikeML.Nir;

/// <summary>The mean of each window of images, [channels, height, width]; the zeros of the padding count.</summary>
public sealed record NirAvgPool2d : NirPool2d
{
    /// <inheritdoc/>
    public override string Type => "AvgPool2d";
}
