using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Csv;

/// <summary>The names that the keys of a column stand for.</summary>
internal static class KeyNames
{
    /// <summary>The names by key from 1, or none if the column has none.</summary>
    public static string[] Of(DataViewSchema.Column column)
    {
        if (column.Annotations.Schema.GetColumnOrNull("KeyValues") is not { Type: VectorDataViewType values })
            return [];
        return values.ItemType.RawType switch
        {
            Type type when type == typeof(ReadOnlyMemory<char>) => Read<ReadOnlyMemory<char>>(column),
            Type type when type == typeof(float) => Read<float>(column),
            Type type when type == typeof(double) => Read<double>(column),
            Type type when type == typeof(int) => Read<int>(column),
            Type type when type == typeof(uint) => Read<uint>(column),
            Type type when type == typeof(long) => Read<long>(column),
            Type type when type == typeof(bool) => Read<bool>(column),
            _ => [],
        };
    }

    private static string[] Read<T>(DataViewSchema.Column column)
    {
        VBuffer<T> values = default;
        column.GetKeyValues(ref values);
        return [.. values.DenseValues().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)!)];
    }
}
