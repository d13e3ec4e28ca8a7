using System.Globalization;
using System.Text;
using Microsoft.ML;

namespace SpikeML.Tool.Tables;

/// <summary>CSV. A vector takes a cell for each value.</summary>
internal sealed class CsvTable : ITableFormat
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Extension => ".csv";

    public bool CanStream => true;

    public void Write(IDataView data, IReadOnlyList<TableColumn> columns, Stream stream)
    {
        using StreamWriter writer = new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', columns.SelectMany(HeaderOf).Prepend(ITableFormat.RowName)));
        using DataViewRowCursor cursor = data.GetRowCursor(columns.Select(column => column.Column));
        Func<object?>[] readers = [.. columns.Select(column => column.Reader(cursor))];
        for (long row = 0; cursor.MoveNext(); row++)
            writer.WriteLine(string.Join(',', readers.SelectMany(read => CellsOf(read())).Prepend(
                row.ToString(CultureInfo.InvariantCulture))));
    }

    private static IEnumerable<string> HeaderOf(TableColumn column) => !column.IsVector ? [Quoted(column.Name)]
        : Enumerable.Range(0, column.Size).Select(slot => Quoted(
            $"{column.Name}.{(column.Slots.Length > 0 ? column.Slots[slot] : slot)}"));

    private static IEnumerable<string> CellsOf(object? value) => value switch
    {
        null => [""],
        float[] values => values.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        bool truth => [truth ? "true" : "false"],
        _ => [Quoted(Convert.ToString(value, CultureInfo.InvariantCulture)!)],
    };

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
