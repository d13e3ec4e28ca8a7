namespace SpikeML;

/// <summary>Options of Gaussian receptive fields with first-spike times (<see cref="ReceptiveFieldEncoding"/>). The defaults are those of Bohte et al. 2002.</summary>
public sealed record ReceptiveFieldEncodingOptions : FeatureCodeOptions
{
    /// <summary>The number of time steps, at least 1; 100 by default.</summary>
    public int NumSteps { get; init; } = 100;

    /// <summary>The number of fields, and so of neurons, for each feature, 3 to 1024; 8 by default.</summary>
    public int NumFields { get; init; } = 8;

    /// <summary>How many times a field's width goes into the distance between two centres, above 0; 1.5 by default.</summary>
    public double WidthFactor { get; init; } = 1.5;

    /// <summary>The range that the fields cover. Null, the default, is learned for each slot from the data that an estimator is fitted on.</summary>
    public ValueRange? Range { get; init; }

    internal override int Steps => NumSteps;

    internal override int Channels => NumFields;

    internal override void Decode(ReadOnlySpan<float> spikes, Span<float> features) => ReceptiveFieldEncoding.Decode(spikes, features, [SeriesCheck.Given(Range, nameof(Range))], this);

    internal ReceptiveFieldEncodingOptions Validated()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.Require(NumFields is >= 3 and <= 1024, NumFields, nameof(NumFields), "NumFields must be 3 to 1024.");
        OptionCheck.Positive(WidthFactor, nameof(WidthFactor));
        OptionCheck.Require(Range is not { } range || (float.IsFinite(range.Lowest) && float.IsFinite(range.Highest) && range.Lowest <= range.Highest),
            Range, nameof(Range), "Range must run from a finite value to one no smaller.");
        return this;
    }

    internal static ReceptiveFieldEncodingOptions Load(BinaryReader reader) => new ReceptiveFieldEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        NumFields = reader.ReadInt32(),
        WidthFactor = reader.ReadDouble(),
        Range = reader.ReadRange(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(NumFields);
        writer.Write(WidthFactor);
        writer.WriteRange(Range);
    }
}
