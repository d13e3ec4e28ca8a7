namespace SpikeML;

/// <summary>Options of signed rate coding (<see cref="SignedRateEncoding"/>). </summary>
public sealed record SignedRateEncodingOptions
{
    /// <summary>The number of time steps, at least 1; 100 by default.</summary>
    public int NumSteps { get; init; } = 100;

    /// <summary>Features are multiplied by it before their size is clipped to 1 as a probability; 1 by default.</summary>
    public double Gain { get; init; } = 1;

    /// <summary>
    /// The seed of the draws. Null, the default, draws one from the <c>MLContext</c> when the estimator is made; it is saved
    /// with the model either way. Equal seed and equal row give equal spikes.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>A column whose value is mixed into the seed, so that equal rows with different keys get different trains; null by default.</summary>
    public string? RowKeyColumnName { get; init; }

    internal SignedRateEncodingOptions Validated()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.Finite(Gain, nameof(Gain));
        OptionCheck.RowKeyColumnName(RowKeyColumnName);
        return this;
    }

    internal static SignedRateEncodingOptions Load(BinaryReader reader) => new SignedRateEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        Gain = reader.ReadDouble(),
        Seed = reader.ReadInt32(),
        RowKeyColumnName = reader.ReadString() is { Length: > 0 } name ? name : null,
    }.Validated();

    internal void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(Gain);
        writer.Write(Seed!.Value);
        writer.Write(RowKeyColumnName ?? "");
    }
}
