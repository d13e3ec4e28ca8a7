namespace SpikeML.Plot;

/// <summary>Options of code comparisons. The default size is 400 x 260 pixels per code.</summary>
public sealed record CodeComparisonOptions : FigureOptions
{
    /// <summary>Whether the values are a time series, whose first dimension is time, rather than features.</summary>
    /// <value>False by default.</value>
    public bool IsSeries { get; init; }

    /// <summary>
    /// The codes, with their options: codes for time series if <see cref="IsSeries"/> is set, otherwise codes for features.
    /// </summary>
    /// <value>
    /// Null by default: for features, rate, latency (linear and normalized), rank order, burst, phase and regular rate; for
    /// series, every code for time series, with off-spikes.
    /// </value>
    public IReadOnlyList<SpikeCode>? Codes { get; init => field = OptionList.Copy(value); }

    /// <summary>The number of steps of the default codes for features, from 1 to 100,000.</summary>
    /// <value>50 by default.</value>
    public int NumSteps { get; init; } = 50;

    /// <summary>The seed of random codes that have none of their own.</summary>
    /// <value>0 by default.</value>
    public int Seed { get; init; }

    /// <summary>The number of columns, at least 1.</summary>
    /// <value>Null by default: a roughly square grid; up to three figures are in one row.</value>
    public int? Columns { get; init; }

    /// <summary>The duration of a step in seconds, above 0. If set, the axes are in s, ms, µs or ns.</summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    internal const int MaxSteps = 100_000;

    internal IReadOnlyList<SpikeCode> ActualCodes => Codes ?? (IsSeries
        ? [.. SpikeCodes.Encoders.Select(entry => entry.Default).OfType<SeriesCode>().Select(code => code.ForComparison)]
        : [
            new RateEncodingOptions { NumSteps = NumSteps },
            new LatencyEncodingOptions { NumSteps = NumSteps, Linear = true, Normalize = true },
            new RankOrderEncodingOptions { NumSteps = NumSteps },
            new BurstEncodingOptions { NumSteps = NumSteps },
            new PhaseEncodingOptions { NumSteps = NumSteps },
            new RegularRateEncodingOptions { NumSteps = NumSteps },
        ]);

    internal void Validate()
    {
        OptionCheck.Require(NumSteps is >= 1 and <= MaxSteps, NumSteps, nameof(NumSteps), $"NumSteps must be 1 to {MaxSteps}.");
        OptionCheck.Require(Codes is null or { Count: > 0 }, 0, nameof(Codes), "Codes must have at least one code.");
        foreach (SpikeCode code in Codes ?? [])
            OptionCheck.Require(code is not null && code is SeriesCode == IsSeries && SpikeCodes.Of(code).Default is not null,
                code?.GetType().Name, nameof(Codes), IsSeries ? "Codes must be codes of series where IsSeries is true."
                    : "Codes must be codes of features, such as RateEncodingOptions; for codes of series set IsSeries.");
        TimeAxis.Require(SecondsPerStep);
    }
}
