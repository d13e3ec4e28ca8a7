namespace SpikeML;

/// <summary>The input of a code for one row.</summary>
internal readonly ref struct RowInput
{
    public required RowShape Shape { get; init; }

    /// <summary>
    /// The row's values, one per slot. For a sparse row, which only codes that accept sparse rows receive, the values of
    /// <see cref="Slots"/>.
    /// </summary>
    public required ReadOnlySpan<float> Values { get; init; }

    /// <summary>
    /// The values of a Double column, for codes that subtract: they round the difference to single precision. Empty for other
    /// columns, and for models of the first two formats, which round the values.
    /// </summary>
    public ReadOnlySpan<double> Doubles { get; init; }

    /// <summary>Whether <see cref="Doubles"/> is set.</summary>
    public bool HasDoubles => !Doubles.IsEmpty;

    /// <summary>The values in single precision and, for a Double column, in double precision.</summary>
    public ColumnValues Numbers => new(Values, Doubles);

    /// <summary>The ascending slots of a sparse row's values; otherwise empty.</summary>
    public ReadOnlySpan<int> Slots { get; init; }

    /// <summary>Whether <see cref="Slots"/> says where the values belong.</summary>
    public bool IsSparse { get; init; }

    /// <summary>The values of a row of spikes.</summary>
    public SpikeValues Spikes => IsSparse ? new(Slots, Values) : new(Values);

    /// <summary>The events of a column of events, in memory that the code may change; otherwise empty.</summary>
    public Span<AddressEvent> Events { get; init; }

    /// <summary>Mixed into the seed of a code that draws at random; 0 if no column is named.</summary>
    public ulong Key { get; init; }

    /// <summary>The first values of decoded series: one per neuron, or one for all; empty if no column is named.</summary>
    public ReadOnlySpan<double> InitialValues { get; init; }
}
