namespace SpikeML.Nir;

/// <summary>A convolution over images, [channels, height, width].</summary>
public sealed record NirConv2d : NirNode
{
    /// <summary>The weights, [output channels, input channels / groups, kernel height, kernel width].</summary>
    public required NirArray Weight { get; init; }

    /// <summary>The biases, [output channels].</summary>
    public required NirArray Bias { get; init; }

    /// <summary>The height and width of the input, or null: then a graph fills it in.</summary>
    /// <value>Null by default.</value>
    public NirSize? InputSize { get; init; }

    /// <summary>The step from one output to the next, at least 1.</summary>
    /// <value>1 by default.</value>
    public NirSize Stride { get; init; } = 1;

    /// <summary>The zeros around the input.</summary>
    /// <value>0 by default.</value>
    public NirPadding Padding { get; init; } = 0;

    /// <summary>The distance of the kernel's elements, at least 1.</summary>
    /// <value>1 by default.</value>
    public NirSize Dilation { get; init; } = 1;

    /// <summary>The number of groups into which the channels are divided, at least 1.</summary>
    /// <value>1 by default.</value>
    public int Groups { get; init; } = 1;

    /// <inheritdoc/>
    public override string Type => "Conv2d";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays => [("weight", Weight), ("bias", Bias)];

    internal override IEnumerable<(string Name, object Value)> Settings =>
    [
        .. InputSize is { } size ? [("input_shape", size)] : Array.Empty<(string, object)>(),
        ("stride", Stride), ("padding", Padding.Kind == NirPaddingKind.Zeros ? Padding.Size : Padding.ToString()),
        ("dilation", Dilation), ("groups", Groups),
    ];

    internal override NirShape? OwnInput => InputSize is { } size ? [Channels, size.Height, size.Width] : null;

    internal NirWindow Rows => Padding.Window(Padding.Size.Height, Weight.Shape[2], Stride.Height, Dilation.Height);

    internal NirWindow Columns => Padding.Window(Padding.Size.Width, Weight.Shape[3], Stride.Width, Dilation.Width);

    internal override NirShape? Output(NirShape? input) =>
        input is null ? null : [Weight.Shape[0], Rows.Outputs(input[1]), Columns.Outputs(input[2])];

    internal override string? Fault() =>
        NirFault.OfWeights(Weight, 4, "[output channels, input channels / groups, height, width]")
        ?? NirFault.OfBias(Bias, Weight.Shape[0])
        ?? NirFault.OfConvolution(Groups, Weight.Shape[0], Stride, Padding, Dilation)
        ?? (InputSize is { } size ? NirFault.OfAtLeast("input_shape", size, 1)
            ?? NirFault.OfOutput(Channels, size.Height, size.Width) ?? InputFault([Channels, size.Height, size.Width]) : null);

    internal override NirNode Completed(NirShape input) =>
        InputSize is null ? this with { InputSize = (input[1], input[2]) } : this;

    internal override string? InputFault(NirShape input) => input.Count != 3 || input[0] != Channels
        ? $"takes in {input}; it needs [{Channels}, height, width]"
        : NirFault.OfOutput(Weight.Shape[0], Rows.Outputs(input[1]), Columns.Outputs(input[2]));

    private int Channels => Weight.Shape[1] * Groups;
}
