using Microsoft.ML;

namespace SpikeML.Tool.Formats;

/// <summary>Describes columns for 'spikeml info'.</summary>
internal static class SchemaDescription
{
    public static IEnumerable<string> Lines(DataViewSchema schema) =>
        schema.Where(column => !column.IsHidden).Select(column => $"  {column.Name}: {column.Type}");
}
