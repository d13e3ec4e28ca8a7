using static SpikeML.Tests.Conformance.CaseKinds;

namespace SpikeML.Tests.Conformance;

/// <summary>Changes of a column's shape, one line each.</summary>
internal static class ShapingCases
{
    public static IEnumerable<ConformanceCase> All =>
    [
        Series("joined spikes", (spikes, columns) => spikes.Encode(columns, new JoinOptions { OtherColumnNames = ["Features"] }),
            silentSteps: 0) with
        {
            OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? null
                : [input[0], 2 * input.Skip(1).Aggregate(1, (product, dimension) => product * dimension)]),
            DamagedEverywhere = true,
        },
        Series("declared spikes", (spikes, columns) => spikes.Reshape(columns, [4, 5], areSpikes: true), silentSteps: 0) with
        {
            OutputType = ConformanceCase.Spikes(input => input.Aggregate(1, (product, dimension) => product * dimension) == 20
                ? [4, 5] : null),
            LargeDimensions = [2, 5, 2],
            TakesVariableSize = "Rows whose number of values is declared are what it is for.",
            DamagedEverywhere = true,
        },
        Series("flattened", (spikes, columns) => spikes.Flatten(columns), silentSteps: 0) with
        {
            OutputType = ConformanceCase.Spikes(input => [input.Aggregate(1, (product, dimension) => product * dimension)]),
        },
        Series("transposed", (spikes, columns) => spikes.Transpose(columns), silentSteps: 0) with
        {
            OutputType = ConformanceCase.Spikes(input => input.Length < 2 ? null : [input[^1], .. input[..^1]]),
        },
    ];
}
