namespace SpikeML;

/// <summary>Options of rate-coded targets (<see cref="RateTargetEncoding"/>). The defaults are those of snnTorch's <c>targets_rate</c>.</summary>
public sealed record RateTargetEncodingOptions
{
    /// <summary>The number of time steps, at least 1; 100 by default.</summary>
    public int NumSteps { get; init; } = 100;

    /// <summary>
    /// The number of classes, at least 1. Null, the default, takes the cardinality of a key column; of a numeric column, the
    /// largest label + 1, which an estimator learns from the data that it is fitted on.
    /// </summary>
    public int? NumClasses { get; init; }

    /// <summary>The share of the steps at which the correct class fires, 0 to 1; 1 by default.</summary>
    public double CorrectRate { get; init; } = 1;

    /// <summary>The share of the steps at which each other class fires, 0 to <see cref="CorrectRate"/>; 0 by default.</summary>
    public double IncorrectRate { get; init; }

    /// <summary>The first step at which a class may fire, 0 to NumSteps; 0 by default.</summary>
    public int FirstSpikeTime { get; init; }

    /// <summary>The value at a spike, 1 by default.</summary>
    public double OnTarget { get; init; } = 1;

    /// <summary>The value where there is no spike, 0 by default.</summary>
    public double OffTarget { get; init; }

    /// <summary>When a class fires at its rate; periodically by default.</summary>
    public FiringPattern FiringPattern { get; init; } = FiringPattern.Regular;

    /// <summary>Whether values rise linearly from <see cref="OffTarget"/> after one spike to <see cref="OnTarget"/> at the next; false by default.</summary>
    public bool Interpolate { get; init; }

    /// <summary>
    /// The seed of the patterns that are drawn. Null, the default, draws one from the <c>MLContext</c> when the estimator is made;
    /// it is saved with the model either way. Equal seed and label give equal targets.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>A column whose value is mixed into the seed, so that rows with equal labels get different patterns; null by default.</summary>
    public string? RowKeyColumnName { get; init; }

    internal RateTargetEncodingOptions Validated()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.AtLeast(1, NumClasses ?? 1, nameof(NumClasses));
        OptionCheck.Require(CorrectRate is >= 0 and <= 1, CorrectRate, nameof(CorrectRate), "CorrectRate must be 0 to 1.");
        OptionCheck.Require(IncorrectRate >= 0 && IncorrectRate <= CorrectRate, IncorrectRate, nameof(IncorrectRate),
            $"IncorrectRate must be 0 to CorrectRate ({CorrectRate}).");
        OptionCheck.Require(FirstSpikeTime >= 0 && FirstSpikeTime <= NumSteps, FirstSpikeTime, nameof(FirstSpikeTime),
            $"FirstSpikeTime must be 0 to NumSteps ({NumSteps}).");
        OptionCheck.Finite(OnTarget, nameof(OnTarget));
        OptionCheck.Finite(OffTarget, nameof(OffTarget));
        OptionCheck.Require(Enum.IsDefined(FiringPattern), FiringPattern, nameof(FiringPattern), "FiringPattern must be Regular, Uniform or Poisson.");
        OptionCheck.RowKeyColumnName(RowKeyColumnName);
        return this;
    }

    internal static RateTargetEncodingOptions Load(BinaryReader reader) => new RateTargetEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
        NumClasses = reader.ReadNullableInt32(),
        CorrectRate = reader.ReadDouble(),
        IncorrectRate = reader.ReadDouble(),
        FirstSpikeTime = reader.ReadInt32(),
        OnTarget = reader.ReadDouble(),
        OffTarget = reader.ReadDouble(),
        FiringPattern = (FiringPattern)reader.ReadInt32(),
        Interpolate = reader.ReadBoolean(),
        Seed = reader.ReadInt32(),
        RowKeyColumnName = reader.ReadString() is { Length: > 0 } name ? name : null,
    }.Validated();

    internal void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.WriteNullable(NumClasses);
        writer.Write(CorrectRate);
        writer.Write(IncorrectRate);
        writer.Write(FirstSpikeTime);
        writer.Write(OnTarget);
        writer.Write(OffTarget);
        writer.Write((int)FiringPattern);
        writer.Write(Interpolate);
        writer.Write(Seed!.Value);
        writer.Write(RowKeyColumnName ?? "");
    }
}
