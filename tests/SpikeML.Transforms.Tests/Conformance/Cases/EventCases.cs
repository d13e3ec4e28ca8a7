using static SpikeML.Tests.Conformance.CaseKinds;

namespace SpikeML.Tests.Conformance;

/// <summary>Conversions to events and back, one line each.</summary>
internal static class EventCases
{
    public static IEnumerable<ConformanceCase> All =>
    [
        Series("events", (spikes, columns) => spikes.ToEvents(columns), silentSteps: 0) with
        {
            OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? null : [0, 3]),
            NotApplicable = Without((Check.FitOnlyData,
                "All but columns of more than 16 million steps or neurons can be transformed."),
                (Check.DataFiles, "A text file holds no vectors of variable size."),
                (Check.LearnedSlots, LearnsNothingPerSlot), (Check.Fitting, ReadsNoData)),
        },
        Series("spikes of events", (spikes, columns) => spikes.FromEvents(columns, new() { NumSteps = 3, Shape = [3] }),
            silentSteps: 0) with
        {
            InputDimensions = [4, 3],
            Value = value => MathF.Floor(value * 2.99f),
            OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? null : [3, 3]),
            TakesVariableSize = "Rows have as many events as they have.",
            DamagedEverywhere = true,
        },
    ];
}
