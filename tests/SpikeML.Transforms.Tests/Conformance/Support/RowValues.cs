using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance;

/// <summary>The values of rows as text that is equal only where every bit is: what the checks compare.</summary>
internal static class RowValues
{
    /// <summary>Each row's Id and spikes, in the order of the cursor.</summary>
    public static List<(int Id, string Value)> Spikes(IDataView data) => Read(data, "Spikes");

    /// <summary>Each row's Id and value of a column, in the order of the cursor.</summary>
    public static List<(int Id, string Value)> Read(IDataView data, string column, Random? random = null)
    {
        using DataViewRowCursor cursor = data.GetRowCursor([data.Schema["Id"], data.Schema[column]], random);
        return Read(cursor, column);
    }

    public static List<(int Id, string Value)> Read(DataViewRowCursor cursor, string column)
    {
        ValueGetter<int> idGetter = cursor.GetGetter<int>(cursor.Schema["Id"]);
        Func<string> reader = Reader(cursor, cursor.Schema[column]);
        List<(int, string)> rows = [];
        int id = 0;
        while (cursor.MoveNext())
        {
            idGetter(ref id);
            rows.Add((id, reader()));
        }
        return rows;
    }

    /// <summary>Reads the row at hand of a column of any of the types that the sample rows and encoders have.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="spoils">Whether a vector is overwritten once it has been read.</param>
    public static Func<string> Reader(DataViewRow row, DataViewSchema.Column column, bool spoils = false)
    {
        if (column.Type is VectorDataViewType { ItemType: var item })
        {
            return item == NumberDataViewType.Byte ? Vector<byte>(row, column, Text, spoils)
                : item == NumberDataViewType.Int64 ? Vector<long>(row, column, Text, spoils)
                : Vector<float>(row, column, Text, spoils);
        }
        if (column.Type.RawType == typeof(MLImage))
            return Image(row, column);
        return column.Type.RawType switch
        {
            Type type when type == typeof(int) => Scalar<int>(row, column),
            Type type when type == typeof(float) => Scalar<float>(row, column),
            Type type when type == typeof(double) => Scalar<double>(row, column),
            Type type when type == typeof(uint) => Scalar<uint>(row, column),
            Type type when type == typeof(bool) => Scalar<bool>(row, column),
            _ => Scalar<ReadOnlyMemory<char>>(row, column),
        };
    }

    public static string Text(in VBuffer<float> values)
    {
        Assert.True(IsWellFormed(values), "The vector's indices are not ascending and within its length.");
        float[] dense = new float[values.Length];
        values.CopyTo(dense);
        return Text(dense);
    }

    public static string Text(in VBuffer<byte> values) => Convert.ToHexString(values.DenseValues().ToArray());

    public static string Text(in VBuffer<long> values) => Text(values.DenseValues().ToArray());

    public static string Text(long[] values) => Convert.ToHexString(MemoryMarshal.AsBytes(values.AsSpan()));

    /// <summary>Zero and negative zero are the same value.</summary>
    public static string Text(float[] values) =>
        Convert.ToHexString(MemoryMarshal.AsBytes(Array.ConvertAll(values, value => value + 0f).AsSpan()));

    private static bool IsWellFormed(in VBuffer<float> values)
    {
        int last = -1;
        foreach (int index in values.IsDense ? [] : values.GetIndices())
        {
            if (index <= last || index >= values.Length)
                return false;
            last = index;
        }
        return true;
    }

    private delegate string VectorText<T>(in VBuffer<T> values);

    private static Func<string> Vector<T>(DataViewRow row, DataViewSchema.Column column, VectorText<T> text, bool spoils)
        where T : unmanaged
    {
        ValueGetter<VBuffer<T>> vector = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> values = default;
        return () =>
        {
            vector(ref values);
            string read = text(values);
            if (spoils)
                MemoryMarshal.AsBytes(VBufferEditor.CreateFromBuffer(ref values).Values).Fill(7);
            return read;
        };
    }

    private static Func<string> Image(DataViewRow row, DataViewSchema.Column column)
    {
        ValueGetter<MLImage> getter = row.GetGetter<MLImage>(column);
        MLImage? image = null;
        return () =>
        {
            getter(ref image!);
            return Text(image);
        };
    }

    public static string Text(MLImage image) => Convert.ToHexString(image.Pixels);

    private static Func<string> Scalar<T>(DataViewRow row, DataViewSchema.Column column)
    {
        ValueGetter<T> getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return $"{value}";
        };
    }
}
