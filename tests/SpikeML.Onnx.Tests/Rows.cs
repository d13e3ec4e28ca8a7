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

    /// <summary>The same values as Doubles, with digits that single precision does not have.</summary>
    public static IEnumerable<double[]> AsDoubles(IEnumerable<float[]> rows) => rows.Select(row =>
        row.Select((value, slot) => slot % 3 == 0 ? value : Math.BitDecrement(value) * (1 - 1e-12 * slot)).ToArray());

    /// <summary>The same values as Bytes.</summary>
    public static IEnumerable<byte[]> AsBytes(IEnumerable<float[]> rows) =>
        rows.Select(row => row.Select(value => (byte)(int)(255 * value)).ToArray());

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
