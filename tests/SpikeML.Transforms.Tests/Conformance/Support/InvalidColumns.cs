using Microsoft.ML;

namespace SpikeML.Tests.Conformance;

/// <summary>Data without the input column, or with one of a type that no encoder takes.</summary>
internal static class InvalidColumns
{
    public static IEnumerable<IDataView> For(MLContext context, ConformanceCase test)
    {
        yield return context.Data.LoadFromEnumerable([new { Id = 1, Other = 1f }]);
        yield return context.Data.LoadFromEnumerable([new { Id = 1, Features = "text" }]);
        yield return context.Data.LoadFromEnumerable([new { Id = 1, Features = new[] { "text" } }]);
        if (test.TakesVariableSize is null)
            yield return context.Data.LoadFromEnumerable([new { Id = 1, Features = new[] { 1f } }]);
    }
}
