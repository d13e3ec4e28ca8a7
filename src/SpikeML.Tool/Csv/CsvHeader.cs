using System.Globalization;
using Microsoft.VisualBasic.FileIO;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Csv;

/// <summary>The names in the first line of a table or, without them, numbers from 0.</summary>
internal sealed class CsvHeader(CsvDialect dialect) : TableColumns(Read(dialect), $"'{dialect.Path}'")
{
    private static string[] Read(CsvDialect dialect)
    {
        using TextFieldParser parser = new(dialect.Path) { HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(dialect.Separator.ToString());
        string[] fields = ReadFields(parser, dialect.Path) ?? throw ToolException.BadInput($"'{dialect.Path}' is empty.");
        if (!dialect.HasHeader)
            return [.. fields.Select((_, index) => index.ToString(CultureInfo.InvariantCulture))];
        return fields.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is not { } twice ? fields
            : throw ToolException.BadInput($"'{dialect.Path}' has two columns '{twice.Key}'. Rename one, or use --no-header "
                + "if the first line is data.");
    }

    private static string[]? ReadFields(TextFieldParser parser, string path)
    {
        try
        {
            return parser.ReadFields();
        }
        catch (MalformedLineException error)
        {
            throw ToolException.BadInput(
                $"'{path}', line {error.LineNumber}: it cannot be split into columns, perhaps because of a quotation mark in a "
                    + "cell: write it twice.", error);
        }
    }
}
