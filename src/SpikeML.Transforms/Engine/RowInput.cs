namespace SpikeML;

/// <summary>What a code is given of one row.</summary>
internal readonly ref struct RowInput
{
    public required RowShape Shape { get; init; }

    /// <summary>
    /// The row's values, one for each slot; of a sparse row, which only codes that read such rows are given, those of
    /// <see cref="Slots"/>.
    /// </summary>
    public required ReadOnlySpan<float> Values { get; init; }

    /// <summary>
    /// The values as a Double column has them, for codes that subtract: they round the difference to single precision. Empty for
    /// other columns, and for models of the first two formats, which round the values.
    /// </summary>
    public ReadOnlySpan<double> Doubles { get; init; }

    /// <summary>Whether there are <see cref="Doubles"/>.</summary>
    public bool HasDoubles => !Doubles.IsEmpty;

    /// <summary>The values in single precision, with those of a Double column.</summary>
    public ColumnValues Numbers => new(Values, Doubles);

    /// <summary>Of a sparse row the ascending slots of its values; otherwise empty.</summary>
    public ReadOnlySpan<int> Slots { get; init; }

    /// <summary>Whether <see cref="Slots"/> says where the values belong.</summary>
    public bool IsSparse { get; init; }

    /// <summary>The values of a row of spikes.</summary>
    public SpikeValues Spikes => IsSparse ? new(Slots, Values) : new(Values);

    /// <summary>Mixed into the seed of a code that draws; 0 where no column is named.</summary>
    public ulong Key { get; init; }

    /// <summary>What decoded series start at: one value a neuron, or one for all; empty where no column is named.</summary>
    public ReadOnlySpan<double> InitialValues { get; init; }
}
