namespace SpikeML;

/// <summary>Options of population rate coding (<see cref="PopulationRateEncoding"/>). The fields are those of <see cref="ReceptiveFieldEncodingOptions"/>.</summary>
public sealed record PopulationRateEncodingOptions
{
    /// <summary>The number of time steps, at least 1; 100 by default.</summary>
    public int NumSteps { get; init; } = 100;

    /// <summary>The number of fields, and so of neurons, for each feature, 3 to 1024; 8 by default.</summary>
    public int NumFields { get; init; } = 8;

    /// <summary>How many times a field's width goes into the distance between two centres, above 0; 1.5 by default.</summary>
    public double WidthFactor { get; init; } = 1.5;

    /// <summary>The range that the fields cover. Null, the default, is learned for each slot from the data that an estimator is fitted on.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>
    /// The seed of the draws. Null, the default, draws one from the <c>MLContext</c> when the estimator is made; it is saved
    /// with the model either way. Equal seed and equal row give equal spikes.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>A column whose value is mixed into the seed, so that equal rows with different keys get different trains; null by default.</summary>
    public string? RowKeyColumnName { get; init; }

    internal PopulationRateEncodingOptions Validated()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.Require(NumFields is >= 3 and <= 1024, NumFields, nameof(NumFields), "NumFields must be 3 to 1024.");
        OptionCheck.Positive(WidthFactor, nameof(WidthFactor));
        OptionCheck.Require(Range is not { } range || (float.IsFinite(range.Lowest) && float.IsFinite(range.Highest) && range.Lowest <= range.Highest),
            Range, nameof(Range), "Range must run from a finite value to one no smaller.");
        OptionCheck.RowKeyColumnName(RowKeyColumnName);
        return this;
    }

    internal static PopulationRateEncodingOptions Load(BinaryReader reader) => new PopulationRateEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        NumFields = reader.ReadInt32(),
        WidthFactor = reader.ReadDouble(),
        Range = reader.ReadRange(),
        Seed = reader.ReadInt32(),
        RowKeyColumnName = reader.ReadString() is { Length: > 0 } name ? name : null,
    }.Validated();

    internal void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(NumFields);
        writer.Write(WidthFactor);
        writer.WriteRange(Range);
        writer.Write(Seed!.Value);
        writer.Write(RowKeyColumnName ?? "");
    }
}
