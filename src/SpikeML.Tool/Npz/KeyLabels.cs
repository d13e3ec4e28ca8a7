using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Npz;

/// <summary>Labels of key columns.</summary>
internal static class KeyLabels
{
    public static LabelValues? Of(DataViewSchema.Column column)
    {
        if (column.Annotations.Schema.GetColumnOrNull("KeyValues") is not { Type: VectorDataViewType values }
            || column.Type.RawType != typeof(uint))
            return FromZero(column);
        if (values.ItemType is TextDataViewType)
        {
            VBuffer<ReadOnlyMemory<char>> names = default;
            column.GetKeyValues(ref names);
            string[] texts = [.. names.DenseValues().Select(name => name.ToString())];
            return new LabelValues.Texts<uint>(column, key => key == 0 ? "" : texts[key - 1]);
        }
        if (values.ItemType == NumberDataViewType.UInt32)
            return Numbers<uint>(column, value => value);
        if (values.ItemType == NumberDataViewType.Int64)
            return Numbers<long>(column, value => value);
        return values.ItemType == NumberDataViewType.Single
            ? Numbers<float>(column, value => (long)value == value ? (long)value : null) : FromZero(column);
    }

    /// <summary>The numbers that keys stand for or, if any is not an integer, the keys counted from 0.</summary>
    private static LabelValues? Numbers<T>(DataViewSchema.Column column, Func<T, long?> convert)
    {
        VBuffer<T> values = default;
        column.GetKeyValues(ref values);
        long?[] numbers = [.. values.DenseValues().Select(convert)];
        return numbers.Contains(null) ? FromZero(column) : new LabelValues.Values<uint,
            long>(column, key => key == 0 ? -1 : numbers[key - 1]!.Value);
    }

    /// <summary>A missing key is -1.</summary>
    private static LabelValues? FromZero(DataViewSchema.Column column) => column.Type.RawType switch
    {
        Type type when type == typeof(byte) => new LabelValues.Values<byte, long>(column, key => key - 1L),
        Type type when type == typeof(ushort) => new LabelValues.Values<ushort, long>(column, key => key - 1L),
        Type type when type == typeof(uint) => new LabelValues.Values<uint, long>(column, key => key - 1L),
        Type type when type == typeof(ulong) => new LabelValues.Values<ulong, long>(column, key => (long)key - 1),
        _ => null,
    };
}
