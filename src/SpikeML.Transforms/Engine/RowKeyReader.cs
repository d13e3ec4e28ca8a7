using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// Reads a row's key as 64 bits: integers and keys by value, so their width does not matter; other types by hash or bits.
/// </summary>
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
            return ScalarReader.Create<ReadOnlyMemory<char>, ulong>(row, column, text => RowHash.OfText(text.Span));
        if (type == typeof(float))
            return ScalarReader.Create<float, ulong>(row, column, value => BitConverter.DoubleToUInt64Bits(value));
        if (type == typeof(double))
            return ScalarReader.Create<double, ulong>(row, column, BitConverter.DoubleToUInt64Bits);
        if (type == typeof(bool))
            return ScalarReader.Create<bool, ulong>(row, column, value => value ? 1UL : 0);
        if (type == typeof(sbyte))
            return ScalarReader.Create<sbyte, ulong>(row, column, value => (ulong)value);
        if (type == typeof(short))
            return ScalarReader.Create<short, ulong>(row, column, value => (ulong)value);
        if (type == typeof(int))
            return ScalarReader.Create<int, ulong>(row, column, value => (ulong)value);
        if (type == typeof(long))
            return ScalarReader.Create<long, ulong>(row, column, value => (ulong)value);
        if (type == typeof(byte))
            return ScalarReader.Create<byte, ulong>(row, column, value => value);
        if (type == typeof(ushort))
            return ScalarReader.Create<ushort, ulong>(row, column, value => value);
        if (type == typeof(uint))
            return ScalarReader.Create<uint, ulong>(row, column, value => value);
        return ScalarReader.Create<ulong, ulong>(row, column, value => value);
    }

    private static bool IsKey(Type type) =>
        type == typeof(ReadOnlyMemory<char>) || (type.IsPrimitive && type != typeof(char) && type != typeof(nint)
            && type != typeof(nuint));
}
