namespace SpikeML.Tests.Conformance;

/// <summary>The estimators that the checks try. Each project of tests that runs the checks lists its own as Estimators.</summary>
internal static partial class ConformanceCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } = [.. Estimators];

    public static ConformanceCase Find(string name) => All.Single(test => test.Name == name);
}
