namespace SpikeML;

/// <summary>Options of Poisson interval coding (<see cref="PoissonIntervalEncoding"/>). The defaults are those of BindsNET's <c>poisson</c>.</summary>
public sealed record PoissonIntervalEncodingOptions : DrawnCodeOptions
{
    /// <summary>The length of a step in milliseconds, above 0; 1 by default.</summary>
    public double StepMilliseconds { get; init; } = 1;

    /// <summary>The rate in spikes a second of a feature of 1, above 0; 1 by default, so that features are rates.</summary>
    public double Gain { get; init; } = 1;

    internal override void Decode(ReadOnlySpan<float> spikes, Span<float> features) => PoissonIntervalEncoding.Decode(spikes, features, this);

    internal PoissonIntervalEncodingOptions Validated()
    {
        CheckDraws();
        OptionCheck.Positive(StepMilliseconds, nameof(StepMilliseconds));
        OptionCheck.Positive(Gain, nameof(Gain));
        return this;
    }

    internal static PoissonIntervalEncodingOptions Load(BinaryReader reader) => new PoissonIntervalEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        StepMilliseconds = reader.ReadDouble(),
        Gain = reader.ReadDouble(),
        Seed = reader.ReadInt32(),
        RowKeyColumnName = reader.ReadColumnName(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(StepMilliseconds);
        writer.Write(Gain);
        writer.WriteSeed(Seed);
        writer.WriteColumnName(RowKeyColumnName);
    }
}
