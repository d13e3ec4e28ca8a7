using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Reads a row's key as 64 bits: integers and keys as their value, so that their width does not matter; the rest by hash or bits.</summary>
internal static class RowKeyReader
{
    private const string Expected = "a scalar of type key, integer, Boolean, Single, Double or text";

    public static void Check(IExceptionContext host, SchemaShape.Column column)
    {
        if (column.Kind != SchemaShape.Column.VectorKind.Scalar || !IsKey(column.ItemType.RawType))
            throw host.ExceptSchemaMismatch(nameof(column), "row key", column.Name, Expected, column.GetTypeString());
    }

    public static void Check(IExceptionContext host, DataViewSchema.Column column)
    {
        if (column.Type is VectorDataViewType || !IsKey(column.Type.RawType))
            throw host.ExceptSchemaMismatch(nameof(column), "row key", column.Name, Expected, column.Type.ToString());
    }

    public static Func<ulong> Create(DataViewRow row, DataViewSchema.Column column)
    {
        Type type = column.Type.RawType;
        if (type == typeof(ReadOnlyMemory<char>))
            return Reader<ReadOnlyMemory<char>>(row, column, text => RowHash.OfText(text.Span));
        if (type == typeof(float))
            return Reader<float>(row, column, value => BitConverter.DoubleToUInt64Bits(value));
        if (type == typeof(double))
            return Reader<double>(row, column, BitConverter.DoubleToUInt64Bits);
        if (type == typeof(bool))
            return Reader<bool>(row, column, value => value ? 1UL : 0);
        if (type == typeof(sbyte))
            return Reader<sbyte>(row, column, value => (ulong)value);
        if (type == typeof(short))
            return Reader<short>(row, column, value => (ulong)value);
        if (type == typeof(int))
            return Reader<int>(row, column, value => (ulong)value);
        if (type == typeof(long))
            return Reader<long>(row, column, value => (ulong)value);
        if (type == typeof(byte))
            return Reader<byte>(row, column, value => value);
        if (type == typeof(ushort))
            return Reader<ushort>(row, column, value => value);
        if (type == typeof(uint))
            return Reader<uint>(row, column, value => value);
        return Reader<ulong>(row, column, value => value);
    }

    private static bool IsKey(Type type) =>
        type == typeof(ReadOnlyMemory<char>) || (type.IsPrimitive && type != typeof(char) && type != typeof(nint) && type != typeof(nuint));

    private static Func<ulong> Reader<T>(DataViewRow row, DataViewSchema.Column column, Func<T, ulong> toKey)
    {
        ValueGetter<T> getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return toKey(value);
        };
    }
}
