using Microsoft.ML;

namespace SpikeML.Tool.Formats;

/// <summary>Columns as 'spikeml info' shows them.</summary>
internal static class SchemaDescription
{
    public static IEnumerable<string> Lines(DataViewSchema schema) =>
        schema.Where(column => !column.IsHidden).Select(column => $"  {column.Name}: {column.Type}");
}
