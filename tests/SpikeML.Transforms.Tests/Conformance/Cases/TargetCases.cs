using static SpikeML.Tests.Conformance.CaseKinds;

namespace SpikeML.Tests.Conformance;

/// <summary>Codes of labels, one line each.</summary>
internal static class TargetCases
{
    public static IEnumerable<ConformanceCase> All =>
    [
        Targets("rate targets", (spikes, columns) => spikes.Encode(columns,
            new RateTargetEncodingOptions { NumSteps = 6, NumClasses = 3, CorrectRate = 0.5, Interpolate = true }), numSteps: 6)
            with { DamagedEverywhere = true },
        Targets("rate targets, drawn", (spikes, columns) => spikes.Encode(columns,
            new RateTargetEncodingOptions { NumSteps = 6, NumClasses = 3, CorrectRate = 0.8, IncorrectRate = 0.2,
                FiringPattern = FiringPattern.Poisson, Seed = 3, RowKeyColumnName = "Id" }), numSteps: 6)
            with { OtherInputs = ["Id"] },
        Targets("latency targets, learned", (spikes, columns) =>
            spikes.Encode(columns, new LatencyTargetEncodingOptions { Latency = new() { NumSteps = 5, Normalize = true } }),
            numSteps: 5)
            with { ReadsData = true, FitOnly = null, NotApplicable =
                Without((Check.FitOnlyData, OnlyTooLarge), (Check.LearnedSlots, LearnsNothingPerSlot)) },
    ];
}
