namespace SpikeML;

/// <summary>Options of population rate coding (<see cref="PopulationRateEncoding"/>). The fields are those of <see cref="ReceptiveFieldEncodingOptions"/>.</summary>
public sealed record PopulationRateEncodingOptions : PopulationCodeOptions
{
    /// <summary>
    /// The seed of the draws. Null, the default, draws one from the <c>MLContext</c> when the estimator is made; it is saved
    /// with the model either way. Equal seed and equal row give equal spikes. Decoding does not need it.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>A column whose value is mixed into the seed, so that equal rows with different keys get different trains; null by default.</summary>
    public string? RowKeyColumnName { get; init; }

    internal override string? RowKeyColumn => RowKeyColumnName;

    internal override FeatureCodeOptions Seeded(Random random) => this with { Seed = Seed ?? random.Next() };

    private protected override void Decode(ReadOnlySpan<float> spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges) =>
        PopulationRateEncoding.Decode(spikes, features, ranges, this);

    internal PopulationRateEncodingOptions Validated()
    {
        CheckFields();
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
        RowKeyColumnName = reader.ReadColumnName(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(NumFields);
        writer.Write(WidthFactor);
        writer.WriteRange(Range);
        writer.WriteSeed(Seed);
        writer.WriteColumnName(RowKeyColumnName);
    }
}
