namespace SpikeML.Nir;

/// <summary>The same values in fewer dimensions: some adjacent ones become one.</summary>
public sealed record NirFlatten : NirNode
{
    /// <summary>The first dimension to be merged, from 0, without batch; from the last if negative.</summary>
    /// <value>0 by default.</value>
    public int StartDim { get; init; }

    /// <summary>The last dimension to be merged, from 0, without batch; from the last, which is -1, if negative.</summary>
    /// <value>-1 by default.</value>
    public int EndDim { get; init; } = -1;

    /// <summary>The shape of the input, or null: then a graph fills it in.</summary>
    /// <value>Null by default.</value>
    public NirShape? InputShape { get; init; }

    /// <inheritdoc/>
    public override string Type => "Flatten";

    internal override IEnumerable<(string Name, object Value)> Settings =>
    [
        ("start_dim", StartDim), ("end_dim", EndDim),
        .. InputShape is null ? Array.Empty<(string, object)>() : [("input_type", InputShape)],
    ];

    internal override NirShape? OwnInput => InputShape;

    internal override NirShape? Output(NirShape? input)
    {
        if (input is null)
            return null;
        (int start, int end) = (From(StartDim, input), From(EndDim, input));
        int merged = input.Take(start..(end + 1)).Aggregate(1, (size, dimension) => size * dimension);
        return [.. input.Take(start), merged, .. input.Skip(end + 1)];
    }

    internal override string? Fault() =>
        InputShape is null ? null : NirFault.OfShape("input_type", InputShape) ?? InputFault(InputShape);

    internal override NirNode Completed(NirShape input) => InputShape is null ? this with { InputShape = input } : this;

    internal override string? InputFault(NirShape input)
    {
        (int start, int end) = (From(StartDim, input), From(EndDim, input));
        return start >= 0 && end < input.Count && start <= end ? null
            : $"has start_dim {StartDim} and end_dim {EndDim}, which its input {input} does not have";
    }

    private static int From(int dimension, NirShape shape) => dimension < 0 ? shape.Count + dimension : dimension;
}
