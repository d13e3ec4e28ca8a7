namespace SpikeML;

/// <summary>Options of Poisson interval coding (<see cref="PoissonIntervalEncoding"/>). The defaults are those of BindsNET's <c>poisson</c>.</summary>
public sealed record PoissonIntervalEncodingOptions
{
    /// <summary>The number of time steps, at least 1; 100 by default.</summary>
    public int NumSteps { get; init; } = 100;

    /// <summary>The length of a step in milliseconds, above 0; 1 by default.</summary>
    public double StepMilliseconds { get; init; } = 1;

    /// <summary>The rate in spikes a second of a feature of 1, above 0; 1 by default, so that features are rates.</summary>
    public double Gain { get; init; } = 1;

    /// <summary>
    /// The seed of the draws. Null, the default, draws one from the <c>MLContext</c> when the estimator is made; it is saved
    /// with the model either way. Equal seed and equal row give equal spikes.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>A column whose value is mixed into the seed, so that equal rows with different keys get different trains; null by default.</summary>
    public string? RowKeyColumnName { get; init; }

    internal PoissonIntervalEncodingOptions Validated()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.Positive(StepMilliseconds, nameof(StepMilliseconds));
        OptionCheck.Positive(Gain, nameof(Gain));
        OptionCheck.RowKeyColumnName(RowKeyColumnName);
        return this;
    }

    internal static PoissonIntervalEncodingOptions Load(BinaryReader reader) => new PoissonIntervalEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        StepMilliseconds = reader.ReadDouble(),
        Gain = reader.ReadDouble(),
        Seed = reader.ReadInt32(),
        RowKeyColumnName = reader.ReadString() is { Length: > 0 } name ? name : null,
    }.Validated();

    internal void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(StepMilliseconds);
        writer.Write(Gain);
        writer.Write(Seed!.Value);
        writer.Write(RowKeyColumnName ?? "");
    }
}
