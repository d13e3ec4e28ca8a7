namespace SpikeML.Nir;

/// <summary>A convolution over series, [channels, length].</summary>
public sealed record NirConv1d : NirNode
{
    /// <summary>The weights, [output channels, input channels / groups, kernel length].</summary>
    public required NirArray Weight { get; init; }

    /// <summary>The biases, [output channels].</summary>
    public required NirArray Bias { get; init; }

    /// <summary>The length of the input, or null: then a graph fills it in.</summary>
    /// <value>Null by default.</value>
    public int? InputLength { get; init; }

    /// <summary>The step from one output to the next, at least 1.</summary>
    /// <value>1 by default.</value>
    public int Stride { get; init; } = 1;

    /// <summary>The zeros before and after the input.</summary>
    /// <value>0 by default.</value>
    public NirPadding Padding { get; init; } = 0;

    /// <summary>The distance of the kernel's elements, at least 1.</summary>
    /// <value>1 by default.</value>
    public int Dilation { get; init; } = 1;

    /// <summary>The number of groups into which the channels are divided, at least 1.</summary>
    /// <value>1 by default.</value>
    public int Groups { get; init; } = 1;

    /// <inheritdoc/>
    public override string Type => "Conv1d";

    internal override IEnumerable<(string Name, NirArray Values)> Arrays => [("weight", Weight), ("bias", Bias)];

    internal override IEnumerable<(string Name, object Value)> Settings =>
    [
        .. InputLength is { } length ? [("input_shape", length)] : Array.Empty<(string, object)>(),
        ("stride", Stride), ("padding", Padding.Kind == NirPaddingKind.Zeros ? Padding.Size.Width : Padding.ToString()),
        ("dilation", Dilation), ("groups", Groups),
    ];

    internal override NirShape? OwnInput => InputLength is { } length ? [Channels, length] : null;

    internal NirWindow Window => Padding.Window(Padding.Size.Width, Weight.Shape[2], Stride, Dilation);

    internal override NirShape? Output(NirShape? input) =>
        input is null ? null : [Weight.Shape[0], Window.Outputs(input[1])];

    internal override string? Fault() =>
        NirFault.OfWeights(Weight, 3, "[output channels, input channels / groups, length]")
        ?? NirFault.OfBias(Bias, Weight.Shape[0])
        ?? NirFault.OfConvolution(Groups, Weight.Shape[0], Stride, Padding, Dilation)
        ?? (InputLength is { } length ? NirFault.OfAtLeast("input_shape", length, 1) ?? NirFault.OfOutput(Channels, length)
            ?? InputFault([Channels, length]) : null);

    internal override NirNode Completed(NirShape input) => InputLength is null ? this with { InputLength = input[1] } : this;

    internal override string? InputFault(NirShape input) => input.Count != 2 || input[0] != Channels
        ? $"takes in {input}; it needs [{Channels}, length]"
        : NirFault.OfOutput(Weight.Shape[0], Window.Outputs(input[1]));

    private int Channels => Weight.Shape[1] * Groups;
}
