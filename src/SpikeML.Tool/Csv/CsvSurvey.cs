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

    public static CsvSurvey Take(MLContext context, CsvDialect dialect, CsvHeader header, int? label,
        CancellationToken cancellation)
    {
        List<TextLoader.Column> columns = [new(Extra, DataKind.String, header.Count)];
        if (label is int at)
            columns.Add(new(Label, DataKind.String, at));
        IDataView table = CsvInput.Loader(context, dialect, columns).Load(dialect.Path);
        using DataViewRowCursor cursor = table.GetRowCursor(table.Schema);
        ValueGetter<ReadOnlyMemory<char>> extra = cursor.GetGetter<ReadOnlyMemory<char>>(table.Schema[Extra]);
        ValueGetter<ReadOnlyMemory<char>>? labels = label is null
            ? null : cursor.GetGetter<ReadOnlyMemory<char>>(table.Schema[Label]);
        bool integers = true, numbers = true;
        long rows = 0;
        long? notFinite = null;
        ReadOnlyMemory<char> text = default;
        for (; Next(dialect, cursor); rows++)
        {
            cancellation.ThrowIfCancellationRequested();
            extra(ref text);
            if (!text.IsEmpty)
                throw TooLong(dialect, header, rows, $"{text}");
            if (labels is null)
                continue;
            labels(ref text);
            if (text.IsEmpty)
                throw ToolException.BadInput($"{Place(dialect, rows)}, column '{header[label!.Value]}': there is no label. "
                    + "Add the label, or remove the line.");
            integers = integers && long.TryParse(text.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
            float number = 0;
            numbers = numbers && float.TryParse(text.Span, NumberStyles.Float, dialect.Numbers, out number);
            if (numbers && !float.IsFinite(number))
                notFinite ??= rows;
        }
        // Class names may be any text, but among numbers NaN means a missing value.
        if (numbers && notFinite is long row)
            throw ToolException.BadInput($"{Place(dialect, row)}, column '{header[label!.Value]}': the label is not a finite "
                + "number, but all others are numbers. Correct it, or remove the line.");
        return new CsvSurvey(rows, integers ? DataKind.Int64 : numbers ? DataKind.Single : DataKind.String);
    }

    private static bool Next(CsvDialect dialect, DataViewRowCursor cursor)
    {
        try
        {
            return cursor.MoveNext();
        }
        catch (FormatException error)
        {
            throw ToolException.BadInput(CsvPlace.LineOfOpenQuote(dialect.Path) is long line
                ? $"'{dialect.Path}', line {line}: a quotation mark is never closed. In a cell, write it twice, within quotes."
                : $"'{dialect.Path}' cannot be read as a table: {ErrorReport.OneLine(error.Message)}", error);
        }
    }

    private static ToolException TooLong(CsvDialect dialect, CsvHeader header, long row, string text)
    {
        string? separator = header.Text.Select(character => character == dialect.Separator ? null
            : CsvDialect.NameOfSeparator(character)).FirstOrDefault(name => name is not null);
        string remedy = separator is null ? "Is --separator correct? A cell that contains the separator must be in quotes."
            : $"The first line contains the character of --separator {separator}"
                + (dialect is { Separator: ',', Decimal: '.' } ? ": use it, with --decimal comma if numbers are written like 0,5."
                    : ": use it.");
        string cells = Counted.Of(header.Count, "cell");
        return ToolException.BadInput($"{Place(dialect, row)}: it has more than the {cells} of the first line: "
            + $"'{ShownText.Start(text)}' follows. {remedy}");
    }

    private static string Place(CsvDialect dialect, long row) =>
        CsvPlace.Find(dialect, row)?.ToString() ?? $"Row {row} of '{dialect.Path}'";
}
