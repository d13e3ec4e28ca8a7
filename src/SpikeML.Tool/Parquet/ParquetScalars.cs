using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Parquet;

/// <summary>Columns with a value for each row beside the features: the label, row keys and what a model reads.</summary>
internal static class ParquetScalars
{
    private const string Choice = "label, row key and --keep need numbers, Booleans or text, one for each row.";

    /// <exception cref="ToolException">Values of its type cannot be used.</exception>
    public static void RequireType(string path, ParquetField field, string option)
    {
        if (field.IsList || field.Type is null)
            throw ToolException.Usage($"{option} '{field.Name}': the column holds {field.Description} in '{path}'; {Choice}");
    }

    /// <summary>A column of a view, of its own type; a value that is missing is an error when its row is read.</summary>
    public static ParquetViewColumn Column(string path, ParquetField field, string name)
    {
        RequireType(path, field, "The column");
        return new ParquetViewColumn(name, field.Type!, cursor => field.Type switch
        {
            BooleanDataViewType => Getter<bool, bool>(path, field, cursor, value => value),
            TextDataViewType => Getter<ReadOnlyMemory<char>, ReadOnlyMemory<char>>(path, field, cursor, value => value),
            _ when field.Type == NumberDataViewType.Single => Getter<float, float>(path, field, cursor, value => value),
            _ when field.Type == NumberDataViewType.Double => field.Data.ClrType == typeof(decimal)
                ? Getter<decimal, double>(path, field, cursor, value => (double)value)
                : Getter<double, double>(path, field, cursor, value => value),
            _ => Integers(path, field, cursor),
        });
    }

    private static Delegate Integers(string path, ParquetField field, ParquetView.Cursor cursor) => field.Data.ClrType switch
    {
        Type type when type == typeof(sbyte) => Getter<sbyte, long>(path, field, cursor, value => value),
        Type type when type == typeof(byte) => Getter<byte, long>(path, field, cursor, value => value),
        Type type when type == typeof(short) => Getter<short, long>(path, field, cursor, value => value),
        Type type when type == typeof(ushort) => Getter<ushort, long>(path, field, cursor, value => value),
        Type type when type == typeof(int) => Getter<int, long>(path, field, cursor, value => value),
        Type type when type == typeof(uint) => Getter<uint, long>(path, field, cursor, value => value),
        Type type when type == typeof(long) => Getter<long, long>(path, field, cursor, value => value),
        _ => Getter<ulong, long>(path, field, cursor, value => value <= long.MaxValue ? (long)value
            : throw ToolException.BadInput($"The column '{field.Name}' of '{path}' holds {value}, "
                + "which is too large for a label.")),
    };

    private static ValueGetter<T> Getter<TStored, T>(string path, ParquetField field, ParquetView.Cursor cursor,
        Func<TStored, T> convert)
        where TStored : struct
    {
        int group = -1;
        ParquetColumn<TStored>? column = null;
        return (ref value) =>
        {
            if (group != cursor.Group)
                (column, group) = ((ParquetColumn<TStored>)cursor.Read(field), cursor.Group);
            if (column!.Missing?[cursor.Row] == true)
                throw ToolException.BadInput($"'{path}', row {cursor.Position}, column '{field.Name}': the value is missing.");
            value = convert(column.Values[cursor.Row]);
        };
    }
}
