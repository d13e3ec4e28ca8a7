using System.Numerics;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Parquet;

/// <summary>The values of columns of any numeric type as numbers of one type.</summary>
internal static class ParquetNumbers
{
    /// <summary>Converts all values; those that are missing become NaN, which every encoder rejects.</summary>
    /// <param name="column">The values.</param>
    /// <param name="place">The column and its file, for errors.</param>
    /// <exception cref="ToolException">The values are no numbers, or one cannot be represented.</exception>
    public static T[] Read<T>(ParquetColumn column, string place)
        where T : struct, IFloatingPointIeee754<T> => column switch
        {
            ParquetColumn<bool> flags => Convert(flags, flag => flag ? T.One : T.Zero),
            ParquetColumn<sbyte> integers => Integers<sbyte, T>(integers, place),
            ParquetColumn<byte> integers => Integers<byte, T>(integers, place),
            ParquetColumn<short> integers => Integers<short, T>(integers, place),
            ParquetColumn<ushort> integers => Integers<ushort, T>(integers, place),
            ParquetColumn<int> integers => Integers<int, T>(integers, place),
            ParquetColumn<uint> integers => Integers<uint, T>(integers, place),
            ParquetColumn<long> integers => Integers<long, T>(integers, place),
            ParquetColumn<ulong> integers => Integers<ulong, T>(integers, place),
            ParquetColumn<float> numbers => Numbers<float, T>(numbers, place),
            ParquetColumn<double> numbers => Numbers<double, T>(numbers, place),
            ParquetColumn<decimal> numbers => Numbers<decimal, T>(numbers, place),
            _ => throw ToolException.BadInput($"{place} holds no numbers."),
        };

    private static T[] Integers<TStored, T>(ParquetColumn<TStored> column, string place)
        where TStored : struct, IBinaryInteger<TStored>
        where T : struct, IFloatingPointIeee754<T> => Convert(column, value =>
            NumberConversion.TryInteger(value, out T number) ? number : throw Refused<TStored, T>(value, place));

    private static T[] Numbers<TStored, T>(ParquetColumn<TStored> column, string place)
        where TStored : struct, INumberBase<TStored>
        where T : struct, IFloatingPointIeee754<T> => Convert(column, value =>
            NumberConversion.TryNumber(value, out T number) ? number : throw Refused<TStored, T>(value, place));

    private static T[] Convert<TStored, T>(ParquetColumn<TStored> column, Func<TStored, T> convert)
        where TStored : struct
        where T : struct, IFloatingPointIeee754<T>
    {
        if (typeof(TStored) == typeof(T) && column.Missing is null)
            return (T[])(object)column.Values;
        T[] numbers = Array.ConvertAll(column.Values, value => convert(value));
        for (int i = 0; i < numbers.Length; i++)
        {
            if (column.Missing?[i] == true)
                numbers[i] = T.NaN;
        }
        return numbers;
    }

    private static ToolException Refused<TStored, T>(TStored value, string place) =>
        ToolException.BadInput($"{place} {NumberConversion.Refusal<TStored, T>(value)}.");
}
