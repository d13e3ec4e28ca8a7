using System.Text.RegularExpressions;
using Microsoft.VisualBasic.FileIO;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Csv;

/// <summary>
/// A row of a table as text, with the number of its line, from 1. It is looked up only when something is wrong with it.
/// </summary>
internal sealed partial record CsvPlace(CsvDialect Dialect, long Line, string[] Cells)
{
    /// <summary>The row, or null if the file has changed and no longer has it.</summary>
    public static CsvPlace? Find(CsvDialect dialect, long row)
    {
        using StreamReader reader = new(dialect.Path);
        long line = 1, wanted = row + (dialect.HasHeader ? 1 : 0);
        while (reader.ReadLine() is string text)
        {
            long first = line++;
            // ML.NET skips empty lines. A quoted cell may hold line breaks.
            if (text.Length == 0)
                continue;
            while (text.Count(character => character == '"') % 2 == 1 && reader.ReadLine() is string next)
            {
                text += $"\n{next}";
                line++;
            }
            if (wanted-- == 0)
                return new CsvPlace(dialect, first, Split(text, dialect.Separator));
        }
        return null;
    }

    /// <summary>The line of the quotation mark that is never closed, or null if there is none.</summary>
    public static long? LineOfOpenQuote(string path)
    {
        long line = 0;
        long? open = null;
        foreach (string text in File.ReadLines(path))
        {
            line++;
            if (text.Count(character => character == '"') % 2 == 1)
                open = open is null ? line : null;
        }
        return open;
    }

    /// <summary>The place in words, such as "'table.csv', line 3".</summary>
    public override string ToString() => $"'{Dialect.Path}', line {Line}";

    /// <summary>What is wrong with a cell that cannot be encoded.</summary>
    /// <param name="index">The index of its column.</param>
    /// <param name="name">The name of its column.</param>
    /// <param name="error">The error.</param>
    public string Explain(int index, string name, InvalidFeatureException error)
    {
        string cell = index < Cells.Length ? Cells[index].Trim() : "", place = $"{this}, column '{name}'";
        if (!double.IsNaN(error.Value))
            return $"{place}: the value is {(cell.Length > 0 ? ShownText.Start(cell) : error.Value)}. "
                + ShellWords.Of(error.Reason);
        if (cell.Length == 0)
            return $"{place}: the cell is empty. Fill it in, remove the line, or leave the column out with --features.";
        string remedy = cell.FirstOrDefault(character => character != Dialect.Separator && character != Dialect.Decimal
            && CsvDialect.NameOfSeparator(character) is not null && !DecimalComma().IsMatch(cell)) is var other and not '\0'
            ? $"If '{other}' separates cells, use --separator {CsvDialect.NameOfSeparator(other)}."
            : Dialect.Decimal == '.' && DecimalComma().IsMatch(cell)
                ? "If the comma is the decimal separator, use --decimal comma."
                : Dialect.Decimal == ',' && DecimalPoint().IsMatch(cell)
                    ? "If the point is the decimal separator, leave out --decimal comma."
                    : "Correct it, remove the line, or choose the columns to encode with --features.";
        return $"{place}: '{ShownText.Start(cell)}' is not a number. {remedy}";
    }

    private static string[] Split(string text, char separator)
    {
        using TextFieldParser parser = new(new StringReader(text)) { HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(separator.ToString());
        try
        {
            return parser.ReadFields() ?? [];
        }
        catch (MalformedLineException)
        {
            return text.Split(separator);
        }
    }

    [GeneratedRegex(@"^[+-]?\d+,\d+([eE][+-]?\d+)?$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[+-]?\d+\.\d+([eE][+-]?\d+)?$")]
    private static partial Regex DecimalPoint();
}
