using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Csv;

/// <summary>The names that the keys of a column stand for.</summary>
internal static class KeyNames
{
    /// <summary>The names by key from 1, or none if the column has none.</summary>
    public static string[] Of(DataViewSchema schema, DataViewSchema.Column column)
    {
        if (column.Annotations.Schema.GetColumnOrNull("KeyValues") is not { Type: VectorDataViewType values })
            return [];
        VBuffer<ReadOnlyMemory<char>> names = default;
        ColumnNames.OfClasses.Find(schema, column, values.Size)?.Invoke(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }
}
