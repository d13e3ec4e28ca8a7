using static SpikeML.Tests.Conformance.CaseKinds;

namespace SpikeML.Tests.Conformance;

/// <summary>Readouts of spikes, one line each.</summary>
internal static class ReadoutCases
{
    public static IEnumerable<ConformanceCase> All =>
    [
        Series("spike counts", (spikes, columns) => spikes.ReadOut(columns, SpikeReadoutKind.Count),
            silentSteps: 0) with { OutputType = ConformanceCase.Spikes(WithoutTime) }
            with { DamagedEverywhere = true },
        Series("mean rates", (spikes, columns) => spikes.ReadOut(columns, SpikeReadoutKind.MeanRate),
            silentSteps: 0) with { OutputType = ConformanceCase.Spikes(WithoutTime) },
        Series("first-spike times", (spikes, columns) => spikes.ReadOut(columns, SpikeReadoutKind.FirstSpikeTime),
            silentSteps: 0) with { OutputType = ConformanceCase.Spikes(WithoutTime) },
        Series("cumulative sums", (spikes, columns) => spikes.ReadOut(columns, SpikeReadoutKind.CumulativeSum), silentSteps: 0),
    ];
}
