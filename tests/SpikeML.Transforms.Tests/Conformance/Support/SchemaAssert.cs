using Microsoft.ML;

namespace SpikeML.Tests.Conformance;

/// <summary>Compares schemas, and expects that a column is refused.</summary>
internal static class SchemaAssert
{
    private const string Columns = "(input|row key|initial value)";

    /// <summary>ML.NET's own exceptions, with its own messages.</summary>
    public static void Mismatch(Action use)
    {
        Exception error = Assert.ThrowsAny<Exception>(use);
        Assert.True(error is ArgumentOutOfRangeException or InvalidOperationException, error.ToString());
        Assert.Matches($"Could not find {Columns} column '.*'|Schema mismatch for {Columns} column '.*': expected .*, got .*",
            error.Message);
    }

    public static void Same(DataViewSchema expected, DataViewSchema actual) =>
        Assert.Equal(expected.Select(Describe), actual.Select(Describe));

    public static string Describe(SchemaShape.Column column) =>
        $"{column.Name} {column.Kind} {column.ItemType} key={column.IsKey} "
        + $"[{string.Join(", ", column.Annotations.Select(Describe).Order())}]";

    private static string Describe(DataViewSchema.Column column) =>
        $"{column.Index} {column.Name} {column.Type} hidden={column.IsHidden} "
        + $"[{string.Join(", ", column.Annotations.Schema.Select(kind => $"{kind.Name} {kind.Type}"))}]";
}
