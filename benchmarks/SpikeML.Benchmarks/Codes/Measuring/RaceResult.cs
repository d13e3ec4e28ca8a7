namespace SpikeML.Benchmarks.Codes;

/// <summary>What was measured of a trial; ratios are medians of the rounds' ratios.</summary>
internal sealed record RaceResult
{
    /// <summary>How many times as fast as the plain loop every code has to be.</summary>
    private const double LoopGoal = 5;

    public required Trial Trial { get; init; }
    public required double RowsPerSecond { get; init; }
    public required double TimesTorch { get; init; }
    public required double? TimesNumPy { get; init; }
    public required double TimesLoop { get; init; }
    public required double TimesTorchByTwo { get; init; }
    public required double RowsPerSecondByTwo { get; init; }
    public required double TimesByTwo { get; init; }
    public required double RowsPerSecondByAll { get; init; }
    public required double TimesByAll { get; init; }
    public required double ShareOfCopy { get; init; }
    public required double BytesPerRow { get; init; }

    /// <summary>The share of a row's time that its arithmetic alone takes; null where it cannot be had apart.</summary>
    public required double? ShareOfArithmetic { get; init; }

    /// <summary>The share that ML.NET takes with nothing computed; null where there is no pipeline.</summary>
    public required double? ShareOfMapper { get; init; }

    /// <summary>The worse of the two ratios as a share of what it has to be: 1 where both goals are met.</summary>
    public double ShareOfGoal =>
        Math.Min(Math.Min(TimesTorch, TimesNumPy ?? TimesTorch) / Trial.VectorGoal, TimesLoop / LoopGoal);

    /// <summary>What <see cref="ShareOfGoal"/> would be if a row cost its arithmetic and nothing else.</summary>
    public double? ShareOfGoalByArithmetic => ShareOfGoal / ShareOfArithmetic;
}
