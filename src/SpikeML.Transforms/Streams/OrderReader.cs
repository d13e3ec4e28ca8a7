using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Reads an order column as 64 bits in the same order as its values.</summary>
internal static class OrderReader
{
    public const string Expected = "a scalar number, date or time span";

    private const ulong Sign = 1UL << 63;

    public static bool IsOrder(DataViewType type) =>
        type is NumberDataViewType or DateTimeDataViewType or DateTimeOffsetDataViewType or TimeSpanDataViewType;

    public static Func<ulong> Create(DataViewRow row, DataViewSchema.Column column)
    {
        Type type = column.Type.RawType;
        if (type == typeof(float))
            return ScalarReader.Create<float, ulong>(row, column, value => OfDouble(value));
        if (type == typeof(double))
            return ScalarReader.Create<double, ulong>(row, column, OfDouble);
        if (type == typeof(DateTime))
            return ScalarReader.Create<DateTime, ulong>(row, column, value => (ulong)value.Ticks);
        if (type == typeof(DateTimeOffset))
            return ScalarReader.Create<DateTimeOffset, ulong>(row, column, value => (ulong)value.UtcTicks);
        if (type == typeof(TimeSpan))
            return ScalarReader.Create<TimeSpan, ulong>(row, column, value => (ulong)value.Ticks ^ Sign);
        Func<ulong> integers = RowKeyReader.Create(row, column);
        bool signed = type == typeof(sbyte) || type == typeof(short) || type == typeof(int) || type == typeof(long);
        return signed ? () => integers() ^ Sign : integers;
    }

    private static ulong OfDouble(double value)
    {
        if (double.IsNaN(value))
            throw new InvalidOperationException(
                "The order column is NaN: drop such rows first with mlContext.Data.FilterRowsByMissingValues.");
        ulong bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (bits & Sign) != 0 ? ~bits : bits | Sign;
    }
}
