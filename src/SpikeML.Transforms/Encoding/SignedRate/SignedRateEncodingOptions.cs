namespace SpikeML;

/// <summary>Options of signed rate coding (<see cref="SignedRateEncoding"/>).</summary>
public sealed record SignedRateEncodingOptions : DrawnCodeOptions
{
    /// <summary>Features are multiplied by it before their size is clipped to 1 as a probability; 1 by default.</summary>
    public double Gain { get; init; } = 1;

    internal override void Decode(ReadOnlySpan<float> spikes, Span<float> features) => SignedRateEncoding.Decode(spikes, features, this);

    internal SignedRateEncodingOptions Validated()
    {
        CheckDraws();
        OptionCheck.Finite(Gain, nameof(Gain));
        return this;
    }

    internal static SignedRateEncodingOptions Load(BinaryReader reader) => new SignedRateEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        Gain = reader.ReadDouble(),
        Seed = reader.ReadInt32(),
        RowKeyColumnName = reader.ReadColumnName(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(Gain);
        writer.WriteSeed(Seed);
        writer.WriteColumnName(RowKeyColumnName);
    }
}
