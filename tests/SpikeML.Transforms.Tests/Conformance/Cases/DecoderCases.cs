using System.Collections.Immutable;
using static SpikeML.Tests.Conformance.CaseKinds;

namespace SpikeML.Tests.Conformance;

/// <summary>The decoder of every code, one line each.</summary>
internal static class DecoderCases
{
    public static IEnumerable<ConformanceCase> All =>
    [
        Series("decoded steps", (spikes, columns) => spikes.Decode(columns, new StepForwardEncodingOptions { Threshold = 0.5 },
            initialValue: 2), silentSteps: 0),
        Series("decoded BSA", (spikes, columns) => spikes.Decode(columns, new BsaEncodingOptions { Threshold = 0.5 }),
            silentSteps: 0),
        Series("decoded steps from initial values",
            (spikes, columns) => spikes.Decode(columns, new StepForwardEncodingOptions { Threshold = 0.5 }, "Weight"),
                silentSteps: 0)
            with { OtherInputs = ["Weight"] }
            with { DamagedEverywhere = true },
        DecodedSeries("delta", new DeltaEncodingOptions { OffSpike = true }),
        DecodedSeries("threshold-based", new ThresholdBasedEncodingOptions { Threshold = 0.5 }),
        DecodedSeries("moving window", new MovingWindowEncodingOptions { Threshold = 0.5 }),
        DecodedSeries("pulse-width", new PulseWidthEncodingOptions { Lowest = 0, Highest = 1 }),
        DecodedSeries("residue", new ResidueEncodingOptions()),
        DecodedSeries("multi-threshold", new MultiThresholdEncodingOptions { NumThresholds = 2, Lowest = 0, Highest = 1 }) with
        {
            LargeDimensions = [500, 4],
            OutputType = ConformanceCase.Spikes(input => input is [_, .., 4] ? input.RemoveAt(input.Length - 1) : null),
        },
        DecodedFeatures("rate", new RateEncodingOptions { NumSteps = 5, Gain = 2, Offset = 0.25 }),
        DecodedFeatures("latency", new LatencyEncodingOptions { NumSteps = 5, Tau = 3 }),
        Times("decoded spike times", (spikes, columns) => spikes.Decode(columns,
            new SpikeTimesEncodingOptions { Latency = new() { Linear = true, Tau = 2 } })),
        DecodedFeatures("weighted phase", new PhaseEncodingOptions { NumSteps = 5 }),
        DecodedFeatures("rank order", new RankOrderEncodingOptions { Modulation = 0.75 }),
        DecodedFeatures("burst", new BurstEncodingOptions { NumSteps = 5, MaxSpikes = 3, MinGap = 0, MaxGap = 1 }),
        DecodedFeatures("regular rate", new RegularRateEncodingOptions { NumSteps = 5 }),
        DecodedFeatures("signed rate", new SignedRateEncodingOptions { NumSteps = 5, Gain = -1 }),
        DecodedFeatures("Poisson intervals", new PoissonIntervalEncodingOptions { NumSteps = 5 }),
        DecodedFeatures("LIF current", new LifCurrentEncodingOptions { NumSteps = 5 }),
        DecodedFeatures("logarithmic latency", new LogLatencyEncodingOptions { NumSteps = 5 }),
        DecodedPopulation("receptive fields", new ReceptiveFieldEncodingOptions { NumSteps = 5, NumFields = 3,
            Range = new(-1, 2) }),
        DecodedPopulation("bins", new BinEncodingOptions { NumSteps = 5, NumFields = 3, Range = new(-1, 2) }),
        DecodedPopulation("population rate", new PopulationRateEncodingOptions { NumSteps = 5, NumFields = 3,
            Range = new(-1, 2) }),
    ];

    private static ConformanceCase DecodedSeries(string name, SeriesCode code) =>
        Series($"decoded {name}", (spikes, columns) => spikes.Decode(columns, code), silentSteps: 0);

    /// <summary>Five steps, or of rank order as many as there are features, which are four.</summary>
    private static ConformanceCase DecodedFeatures(string name, FeatureCode code)
    {
        int numSteps = code is RankOrderEncodingOptions ? 4 : 5;
        return Decoded(name, code) with
        {
            InputDimensions = [numSteps, 4],
            LargeDimensions = code is RankOrderEncodingOptions ? [44, 44] : [5, 400],
            OutputType = ConformanceCase.Spikes(input => input is [var steps, .. var features]
                && steps == (numSteps == 5 ? 5 : Count(features))
                ? WithoutTime(input)
                : null),
        };
    }

    private static ConformanceCase DecodedPopulation(string name, PopulationCode code) => Decoded(name, code) with
    {
        InputDimensions = [5, 2, 3],
        LargeDimensions = [5, 200, 3],
        OutputType = ConformanceCase.Spikes(input => input is [5, .., 3] ? WithoutTime(input.RemoveAt(input.Length - 1)) : null),
    };

    /// <summary>Trains of zeros and ones.</summary>
    private static ConformanceCase Decoded(string name, SpikeCode code) =>
        Series($"decoded {name}", (spikes, columns) => spikes.Decode(columns, code), silentSteps: 0) with
        {
            Value = value => value > 0.5f ? 1 : 0,
        };

    private static int Count(ImmutableArray<int> dimensions) => dimensions.Aggregate(1, (size, next) => size * next);
}
