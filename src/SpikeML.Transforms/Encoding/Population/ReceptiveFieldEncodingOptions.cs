namespace SpikeML;

/// <summary>Options of Gaussian receptive fields with first-spike times (<see cref="ReceptiveFieldEncoding"/>). The defaults are those of Bohte et al. 2002.</summary>
public sealed record ReceptiveFieldEncodingOptions : PopulationCodeOptions
{
    private protected override void Decode(ReadOnlySpan<float> spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges) =>
        ReceptiveFieldEncoding.Decode(spikes, features, ranges, this);

    internal ReceptiveFieldEncodingOptions Validated()
    {
        CheckFields();
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
