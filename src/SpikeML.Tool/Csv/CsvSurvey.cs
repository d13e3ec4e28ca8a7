using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Csv;

/// <summary>
/// The result of one pass over an entire table: its number of rows, and the type of its labels, which must not depend on the
/// shard.
/// </summary>
internal sealed record CsvSurvey(long Rows, DataKind LabelKind)
{
    private const string Label = "Label", Extra = "Extra";

    public static CsvSurvey Take(MLContext context, string path, char separator, int fields, bool hasHeader, int? label,
        CancellationToken cancellation)
    {
        List<TextLoader.Column> columns = [new(Extra, DataKind.String, fields)];
        if (label is int at)
            columns.Add(new(Label, DataKind.String, at));
        IDataView table = CsvInput.Loader(context, separator, hasHeader, columns).Load(path);
        using DataViewRowCursor cursor = table.GetRowCursor(table.Schema);
        ValueGetter<ReadOnlyMemory<char>> extra = cursor.GetGetter<ReadOnlyMemory<char>>(table.Schema[Extra]);
        ValueGetter<ReadOnlyMemory<char>>? labels = label is null
            ? null : cursor.GetGetter<ReadOnlyMemory<char>>(table.Schema[Label]);
        bool integers = true, numbers = true;
        long rows = 0;
        ReadOnlyMemory<char> text = default;
        for (; cursor.MoveNext(); rows++)
        {
            cancellation.ThrowIfCancellationRequested();
            extra(ref text);
            if (!text.IsEmpty)
                throw ToolException.BadInput(
                    $"Row {rows} of '{path}' has more than the {fields} fields of the first line: '{text}' follows. Is "
                        + "--separator correct?");
            if (labels is null)
                continue;
            labels(ref text);
            if (text.IsEmpty)
                throw ToolException.BadInput(
                    $"Row {rows} of '{path}' has no label in column {label}. Add the label, or remove the row.");
            integers = integers && long.TryParse(text.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
            numbers = numbers && float.TryParse(text.Span, NumberStyles.Float, CultureInfo.InvariantCulture, out float number)
                && float.IsFinite(number);
        }
        return new CsvSurvey(rows, integers ? DataKind.Int64 : numbers ? DataKind.Single : DataKind.String);
    }
}
