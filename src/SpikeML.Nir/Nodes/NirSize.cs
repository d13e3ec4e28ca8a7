namespace SpikeML.Nir;

/// <summary>A number for each direction of an image, such as the steps of a kernel.</summary>
/// <param name="Height">Downwards.</param>
/// <param name="Width">To the right.</param>
public readonly record struct NirSize(int Height, int Width)
{
    /// <summary>The same in both directions.</summary>
    /// <param name="both">The number.</param>
    public static implicit operator NirSize(int both) => new(both, both);

    /// <summary>The numbers of both directions.</summary>
    /// <param name="size">Height, then width.</param>
    public static implicit operator NirSize((int Height, int Width) size) => new(size.Height, size.Width);

    /// <summary>Both numbers in brackets.</summary>
    public override string ToString() => $"[{Height}, {Width}]";
}
