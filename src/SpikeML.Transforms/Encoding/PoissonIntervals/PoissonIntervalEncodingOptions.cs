namespace SpikeML;

/// <summary>
/// Poisson interval coding: intervals between spikes are Poisson-distributed around 1 / rate (BindsNET). The defaults are those
/// of BindsNET's <c>poisson</c>.
/// </summary>
/// <remarks>The options of <see cref="PoissonIntervalEncoding"/>.</remarks>
public sealed record PoissonIntervalEncodingOptions : FeatureCode
{
    /// <summary>The number of time steps, at least 1.</summary>
    /// <value>100 by default.</value>
    public int NumSteps { get; init; } = 100;

    /// <summary>The length of a step in milliseconds, above 0.</summary>
    /// <value>1 by default.</value>
    public double StepMilliseconds { get; init; } = 1;

    /// <summary>The rate in spikes a second of a feature of 1, above 0, so that features are rates.</summary>
    /// <value>1 by default.</value>
    public double Gain { get; init; } = 1;

    /// <inheritdoc cref="CodeDraws.Seed"/>
    public int? Seed { get => OwnDraws.Seed; init => OwnDraws = OwnDraws with { Seed = value }; }

    /// <inheritdoc cref="CodeDraws.RowKeyColumnName"/>
    public string? RowKeyColumnName { get => OwnDraws.RowKeyColumnName; init => OwnDraws = OwnDraws with { RowKeyColumnName = value }; }

    private CodeDraws OwnDraws { get; init; }

    internal override CodeDraws? Draws => OwnDraws;

    internal override SpikeCode WithDraws(CodeDraws draws) => this with { OwnDraws = draws };

    internal override int StepsOf(int featureCount) => NumSteps;

    internal override void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) => PoissonIntervalEncoding.Encode(features, spikes, this, rowKey);

    internal override void Decode(ReadOnlySpan<float> spikes, Span<float> features) => PoissonIntervalEncoding.Decode(spikes, features, this);

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OwnDraws.Validate();
        OptionCheck.Positive(StepMilliseconds, nameof(StepMilliseconds));
        OptionCheck.Positive(Gain, nameof(Gain));
    }

    internal static PoissonIntervalEncodingOptions Load(BinaryReader reader) => new PoissonIntervalEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        StepMilliseconds = reader.ReadDouble(),
        Gain = reader.ReadDouble(),
        OwnDraws = CodeDraws.Load(reader),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.Write(StepMilliseconds);
        writer.Write(Gain);
        OwnDraws.Save(writer);
    }
}
