using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Onnx.Tests;

/// <summary>Data of one column, "Features".</summary>
internal static class Rows
{
    /// <summary>Rows of vectors of Single, Double or Byte.</summary>
    public static IDataView Of<T>(MLContext context, int[] dimensions, IEnumerable<T[]> rows)
        where T : struct
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(VectorRow<T>));
        schema[0].ColumnType = new VectorDataViewType((PrimitiveDataViewType)ItemType<T>(), dimensions);
        return context.Data.LoadFromEnumerable(rows.Select(row => new VectorRow<T> { Features = row }).ToArray(), schema);
    }

    /// <summary>Rows of single values.</summary>
    public static IDataView OfScalars<T>(MLContext context, IEnumerable<T> rows)
        where T : struct => context.Data.LoadFromEnumerable(rows.Select(row => new ScalarRow<T> { Features = row }).ToArray());

    /// <summary>Rows of random values in [0, 1), some of them 0 and 1.</summary>
    public static IEnumerable<float[]> Random(int count, int length, int seed = 1)
    {
        Random random = new(seed);
        for (int row = 0; row < count; row++)
            yield return [.. Enumerable.Range(0, length).Select(_ => random.Next(12) switch
            {
                0 => 0f,
                1 => 1f,
                2 => random.Next(9) / 8f,
                _ => random.NextSingle(),
            })];
    }

    private static DataViewType ItemType<T>() => typeof(T) == typeof(float) ? NumberDataViewType.Single
        : typeof(T) == typeof(double) ? NumberDataViewType.Double : NumberDataViewType.Byte;

    private sealed class VectorRow<T>
        where T : struct
    {
        public T[] Features { get; set; } = [];
    }

    private sealed class ScalarRow<T>
        where T : struct
    {
        public T Features { get; set; }
    }
}
