using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.ML;

namespace SpikeML.Tool.Tables;

/// <summary>
/// JSON lines: an object for each row. A vector is an object if its values have names, and otherwise an array; what is missing or
/// not a finite number is null.
/// </summary>
internal sealed class JsonTable : ITableFormat
{
    private const int BufferSize = 1 << 16;

    // Names and texts in any script stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Extension => ".jsonl";

    public bool CanStream => true;

    public void Write(IDataView data, IReadOnlyList<TableColumn> columns, Stream stream)
    {
        BufferedStream lines = new(stream, BufferSize);
        using Utf8JsonWriter writer = new(lines, Options);
        using DataViewRowCursor cursor = data.GetRowCursor(columns.Select(column => column.Column));
        Func<object?>[] readers = [.. columns.Select(column => column.Reader(cursor))];
        for (long row = 0; cursor.MoveNext(); row++)
        {
            writer.WriteStartObject();
            writer.WriteNumber(ITableFormat.RowName, row);
            for (int i = 0; i < readers.Length; i++)
            {
                writer.WritePropertyName(columns[i].Name);
                Write(writer, columns[i], readers[i]());
            }
            writer.WriteEndObject();
            writer.Flush();
            lines.WriteByte((byte)'\n');
            writer.Reset();
        }
        lines.Flush();
    }

    private static void Write(Utf8JsonWriter writer, TableColumn column, object? value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case long integer:
                writer.WriteNumberValue(integer);
                break;
            case float number when float.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case float[] values:
                WriteVector(writer, column, values);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteVector(Utf8JsonWriter writer, TableColumn column, float[] values)
    {
        bool isNamed = column.Slots.Length > 0;
        if (isNamed)
            writer.WriteStartObject();
        else
            writer.WriteStartArray();
        for (int slot = 0; slot < values.Length; slot++)
        {
            if (isNamed)
                writer.WritePropertyName(column.Slots[slot]);
            Write(writer, column, values[slot]);
        }
        if (isNamed)
            writer.WriteEndObject();
        else
            writer.WriteEndArray();
    }
}
