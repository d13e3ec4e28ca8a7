namespace SpikeML.Nir;

/// <summary>Pooling of images, [channels, height, width]: one value for each position of a window.</summary>
public abstract record NirPool2d : NirNode
{
    private protected NirPool2d()
    {
    }

    /// <summary>The size of the window, at least 1.</summary>
    public required NirSize KernelSize { get; init; }

    /// <summary>The step from one window to the next, at least 1.</summary>
    public required NirSize Stride { get; init; }

    /// <summary>The zeros at each edge of the input.</summary>
    /// <value>0 by default.</value>
    public NirSize Padding { get; init; }

    internal sealed override IEnumerable<(string Name, object Value)> Settings =>
        [("kernel_size", KernelSize), ("stride", Stride), ("padding", Padding)];

    internal sealed override NirShape? OwnInput => null;

    internal NirWindow Rows => new(KernelSize.Height, Stride.Height, Padding.Height, Padding.Height, 1);

    internal NirWindow Columns => new(KernelSize.Width, Stride.Width, Padding.Width, Padding.Width, 1);

    internal sealed override NirShape? Output(NirShape? input) =>
        input is null ? null : [input[0], Rows.Outputs(input[1]), Columns.Outputs(input[2])];

    internal sealed override string? Fault() => NirFault.OfAtLeast("kernel_size", KernelSize, 1)
        ?? NirFault.OfAtLeast("stride", Stride, 1) ?? NirFault.OfAtLeast("padding", Padding, 0);

    internal sealed override string? InputFault(NirShape input) => input.Count != 3
        ? $"takes in {input}; it needs [channels, height, width]"
        : NirFault.OfOutput(input[0], Rows.Outputs(input[1]), Columns.Outputs(input[2]));
}
