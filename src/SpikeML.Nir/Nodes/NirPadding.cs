namespace SpikeML.Nir;

/// <summary>The zeros around the input of a convolution.</summary>
public sealed record NirPadding
{
    private NirPadding(NirPaddingKind kind, NirSize size) => (Kind, Size) = (kind, size);

    /// <summary>As many zeros as keep the size; needs a stride of 1.</summary>
    public static NirPadding Same { get; } = new(NirPaddingKind.Same, 0);

    /// <summary>No zeros.</summary>
    public static NirPadding Valid { get; } = new(NirPaddingKind.Valid, 0);

    /// <summary>A number of zeros at each edge.</summary>
    /// <param name="size">The zeros above and below, and to the left and right; of a Conv1d, both are the same.</param>
    /// <returns>The padding.</returns>
    public static NirPadding Zeros(NirSize size) => new(NirPaddingKind.Zeros, size);

    /// <summary>The same number of zeros at each edge.</summary>
    /// <param name="zeros">The number.</param>
    public static implicit operator NirPadding(int zeros) => Zeros(zeros);

    /// <summary>Whether the zeros are counted or follow from the kernel.</summary>
    public NirPaddingKind Kind { get; }

    /// <summary>The zeros at each edge; 0 for <see cref="Same"/>, whose number follows from the kernel.</summary>
    public NirSize Size { get; }

    /// <summary>The zeros, "same" or "valid".</summary>
    public override string ToString() => Kind == NirPaddingKind.Zeros ? Size.ToString() : Kind.ToString().ToLowerInvariant();

    /// <summary>How a kernel slides along one direction; torch puts the odd zero of "same" after the input.</summary>
    internal NirWindow Window(int zeros, int kernel, int stride, int dilation)
    {
        int total = dilation * (kernel - 1);
        (int before, int after) = Kind == NirPaddingKind.Same ? (total / 2, total - total / 2) : (zeros, zeros);
        return new(kernel, stride, before, after, dilation);
    }
}
