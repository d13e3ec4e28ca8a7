using static SpikeML.Tests.Conformance.CaseKinds;

namespace SpikeML.Tests.Conformance;

/// <summary>Codes of series, one line each.</summary>
internal static class SeriesCases
{
    public static IEnumerable<ConformanceCase> All =>
    [
        Series("rate of a time-varying input", (spikes, columns) =>
            spikes.EncodeRate(columns, new() { TimeVarying = true, Seed = 3, FirstSpikeTime = 2 }), silentSteps: 2),
        Series("delta", (spikes, columns) => spikes.EncodeDelta(columns, new() { OffSpike = true }), silentSteps: 0),
        Series("step-forward", (spikes, columns) => spikes.Encode(columns, new StepForwardEncodingOptions { Threshold = 0.25 }),
            silentSteps: 0),
        Fitted("step-forward, fitted", (spikes, columns) => spikes.Encode(columns, new StepForwardEncodingOptions()))
            with { DamagedEverywhere = true },
        Series("threshold-based", (spikes, columns) => spikes.Encode(columns,
            new ThresholdBasedEncodingOptions { Factor = 0.5 }), silentSteps: 0),
        Fitted("threshold-based, fitted", (spikes, columns) => spikes.Encode(columns, new ThresholdBasedEncodingOptions())),
        Fitted("moving window, fitted", (spikes, columns) =>
            spikes.Encode(columns, new MovingWindowEncodingOptions { Window = 2 })),
        Fitted("BSA, fitted", (spikes, columns) => spikes.Encode(columns, new BsaEncodingOptions { Filter = [0.5f, 0.25f] }))
            with { DamagedEverywhere = true },
        Series("pulse-width", (spikes, columns) => spikes.Encode(columns,
            new PulseWidthEncodingOptions { Period = 3, Lowest = 0, Highest = 1 }), silentSteps: 0),
        Fitted("pulse-width, fitted", (spikes, columns) => spikes.Encode(columns,
            new PulseWidthEncodingOptions { Period = null })),
        Series("residue", (spikes, columns) => spikes.Encode(columns, new ResidueEncodingOptions { Threshold = 0.25 }),
            silentSteps: 0),
        Fitted("multi-threshold, fitted", (spikes, columns) =>
            spikes.Encode(columns, new MultiThresholdEncodingOptions { NumThresholds = 3 })) with
        {
            OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? null : input.Add(6)),
        },
    ];
}
