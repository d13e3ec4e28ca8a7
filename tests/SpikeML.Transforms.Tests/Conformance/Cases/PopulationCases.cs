using static SpikeML.Tests.Conformance.CaseKinds;

namespace SpikeML.Tests.Conformance;

/// <summary>Population codes and scaling, which learn a range for each slot, one line each.</summary>
internal static class PopulationCases
{
    public static IEnumerable<ConformanceCase> All =>
    [
        PerSlot("receptive fields", (spikes, columns) => spikes.Encode(columns,
            new ReceptiveFieldEncodingOptions { NumSteps = 6, NumFields = 3 }), input => [6, .. input, 3])
            with { DamagedEverywhere = true },
        PerSlot("population rate", (spikes, columns) => spikes.Encode(columns,
            new PopulationRateEncodingOptions { NumSteps = 6, NumFields = 3, Seed = 3 }), input => [6, .. input, 3]),
        PerSlot("bins", (spikes, columns) => spikes.Encode(columns,
            new BinEncodingOptions { NumSteps = 6, NumFields = 3, Seed = 3 }), input => [6, .. input, 3]),
        // What draws nothing needs no row key.
        PerSlot("bins, regular", (spikes, columns) => spikes.Encode(columns,
            new BinEncodingOptions { NumSteps = 6, NumFields = 3, Regular = true, RowKeyColumnName = "Id" }),
            input => [6, .. input, 3]),
        PerSlot("scale", (spikes, columns) => spikes.Scale(columns), input => input)
            with { DamagedEverywhere = true },
        PerSlot("scale by quantiles", (spikes, columns) => spikes.Scale(columns,
            new() { LowerQuantile = 0.1, UpperQuantile = 0.9 }), input => input),
    ];
}
