using static SpikeML.Tests.Conformance.CaseKinds;

namespace SpikeML.Tests.Conformance;

/// <summary>Codes of single features, one line each.</summary>
internal static class FeatureCases
{
    public static IEnumerable<ConformanceCase> All =>
    [
        Stateless("rate", (spikes, columns) => spikes.EncodeRate(columns, new() { NumSteps = 6, Seed = 3 }), numSteps: 6)
            with { DamagedEverywhere = true },
        Stateless("rate with row key", (spikes, columns) =>
            spikes.EncodeRate(columns, new() { NumSteps = 6, Seed = 3, RowKeyColumnName = "Id" }), numSteps: 6)
            with { OtherInputs = ["Id"] },
        Stateless("rate with draws of the ONNX runtime", (spikes, columns) =>
            spikes.EncodeRate(columns, new() { NumSteps = 6, Seed = 3, OnnxDraws = OnnxDraws.Runtime }), numSteps: 6),
        Stateless("latency", (spikes, columns) => spikes.EncodeLatency(columns,
            new() { NumSteps = 9, Linear = true, Normalize = true, Clip = true }), numSteps: 9),
        Stateless("latency with targets", (spikes, columns) =>
            spikes.EncodeLatency(columns, new() { NumSteps = 50, Tau = 3, OffTarget = 0.25, Interpolate = true }), numSteps: 50),
        Learned("latency, normalized", (spikes, columns) =>
            spikes.EncodeLatency(columns, new() { NumSteps = 20, Normalize = true }), numSteps: 20)
            with { DamagedEverywhere = true },
        Times("spike times", (spikes, columns) => spikes.EncodeSpikeTimes(columns, new() { Tau = 5 })),
        Times("spike times, normalized", (spikes, columns) => spikes.EncodeSpikeTimes(columns, new() { Normalize = true }))
            with { ReadsData = true, NotApplicable = Without((Check.FitOnlyData, AllThatFitsTransforms),
                (Check.LearnedSlots, LearnsNothingPerSlot)) },
        Stateless("weighted phase", (spikes, columns) => spikes.Encode(columns, new PhaseEncodingOptions()), numSteps: 8),
        Stateless("rank order", (spikes, columns) => spikes.Encode(columns, new RankOrderEncodingOptions { NumSteps = 6 }),
            numSteps: 6),
        Stateless("burst", (spikes, columns) => spikes.Encode(columns,
            new BurstEncodingOptions { NumSteps = 12, MaxSpikes = 3, MaxGap = 4 }), numSteps: 12),
        Stateless("regular rate", (spikes, columns) => spikes.Encode(columns, new RegularRateEncodingOptions { NumSteps = 6 }),
            numSteps: 6),
        Stateless("signed rate", (spikes, columns) => spikes.Encode(columns,
            new SignedRateEncodingOptions { NumSteps = 6, Seed = 3, RowKeyColumnName = "Id" }), numSteps: 6)
            with { OtherInputs = ["Id"], Value = value => value - 0.5f },
        Stateless("Poisson intervals", (spikes, columns) =>
            spikes.Encode(columns, new PoissonIntervalEncodingOptions { NumSteps = 6, Gain = 400, Seed = 3 }), numSteps: 6),
        Stateless("LIF current", (spikes, columns) => spikes.Encode(columns,
            new LifCurrentEncodingOptions { NumSteps = 6, Gain = 8 }), numSteps: 6),
        Stateless("logarithmic latency", (spikes, columns) =>
            spikes.Encode(columns, new LogLatencyEncodingOptions { NumSteps = 6 }), numSteps: 6),
    ];
}
