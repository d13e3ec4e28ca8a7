using System.Globalization;
using System.Text;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Csv;

/// <summary>Writes columns of any type as a table, with the number of each row. A vector takes a cell for each value.</summary>
internal static class CsvTable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(IDataView data, IReadOnlyList<string> names, Stream stream)
    {
        DataViewSchema.Column[] columns = [.. names.Select(name => data.Schema[name])];
        using StreamWriter writer = new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', columns.SelectMany(HeaderOf).Prepend("row")));
        using DataViewRowCursor cursor = data.GetRowCursor(columns);
        Func<IEnumerable<string>>[] cells = [.. columns.Select(column => CellsOf(cursor, column))];
        for (long row = 0; cursor.MoveNext(); row++)
            writer.WriteLine(string.Join(',',
                cells.SelectMany(cell => cell()).Prepend(row.ToString(CultureInfo.InvariantCulture))));
    }

    private static IEnumerable<string> HeaderOf(DataViewSchema.Column column)
    {
        if (column.Type is not VectorDataViewType vector)
            return [Quoted(column.Name)];
        VBuffer<ReadOnlyMemory<char>> names = default;
        if (column.HasSlotNames())
            column.GetSlotNames(ref names);
        string[] texts = [.. names.DenseValues().Select(name => name.ToString())];
        return Enumerable.Range(0, vector.Size).Select(slot => Quoted(
            $"{column.Name}.{(texts.Length == vector.Size && texts[slot].Length > 0 ? texts[slot] : slot)}"));
    }

    private static Func<IEnumerable<string>> CellsOf(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is VectorDataViewType { ItemType.RawType: Type item } && item == typeof(float))
            return Singles(row, column);
        if (column.Type is KeyDataViewType)
            return Key(row, column);
        return column.Type.RawType switch
        {
            Type type when type == typeof(float) => Scalar<float>(row, column),
            Type type when type == typeof(double) => Scalar<double>(row, column),
            Type type when type == typeof(bool) => Scalar<bool>(row, column, value => value ? "true" : "false"),
            Type type when type == typeof(int) => Scalar<int>(row, column),
            Type type when type == typeof(uint) => Scalar<uint>(row, column),
            Type type when type == typeof(long) => Scalar<long>(row, column),
            Type type when type == typeof(byte) => Scalar<byte>(row, column),
            Type type when type == typeof(ReadOnlyMemory<char>) => Scalar<ReadOnlyMemory<char>>(row, column, text => $"{text}"),
            _ => throw ToolException.BadInput(
                $"The column '{column.Name}' is {column.Type}, which cannot be written to a table."),
        };
    }

    private static Func<IEnumerable<string>> Key(DataViewRow row, DataViewSchema.Column column)
    {
        string[] names = KeyNames.Of(row.Schema, column);
        return Scalar<uint>(row, column, key => key == 0 ? "" : key <= names.Length ? names[key - 1] : $"{key - 1}");
    }

    private static Func<IEnumerable<string>> Scalar<T>(DataViewRow row, DataViewSchema.Column column,
        Func<T, string>? show = null)
    {
        ValueGetter<T> getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return [Quoted(show?.Invoke(value) ?? Convert.ToString(value, CultureInfo.InvariantCulture)!)];
        };
    }

    private static Func<IEnumerable<string>> Singles(DataViewRow row, DataViewSchema.Column column)
    {
        ValueGetter<VBuffer<float>> getter = row.GetGetter<VBuffer<float>>(column);
        VBuffer<float> values = default;
        return () =>
        {
            getter(ref values);
            return values.DenseValues().Select(value => value.ToString(CultureInfo.InvariantCulture));
        };
    }

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
