using System.Globalization;
using Microsoft.VisualBasic.FileIO;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Csv;

/// <summary>Finds the columns of a table by name or by number from 0.</summary>
internal sealed class CsvHeader
{
    private readonly string _path;
    private readonly string[] _names;

    public CsvHeader(CsvDialect dialect)
    {
        (string path, bool hasHeader) = (dialect.Path, dialect.HasHeader);
        _path = path;
        using TextFieldParser parser = new(path) { HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(dialect.Separator.ToString());
        string[] fields = ReadFields(parser) ?? throw ToolException.BadInput($"'{path}' is empty.");
        _names = hasHeader ? fields : [.. fields.Select((_, index) => index.ToString(CultureInfo.InvariantCulture))];
        if (_names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1 && hasHeader) is { } twice)
            throw ToolException.BadInput(
                $"'{path}' has two columns '{twice.Key}'. Rename one, or use --no-header if the first line is data.");
    }

    public int Count => _names.Length;

    public string this[int index] => _names[index];

    /// <summary>The names as they would be with no separator.</summary>
    public string Text => string.Join(' ', _names);

    /// <summary>The index of the column, or -1 if there is none with this name.</summary>
    public int IndexOf(string name) => Array.IndexOf(_names, name);

    public int Find(string option, string name)
    {
        int index = IndexOf(name);
        if (index < 0 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < Count)
            index = number;
        return index >= 0 ? index : throw NamedColumn.Missing(name, _names, option, $"'{_path}'");
    }

    /// <summary>Reads names, numbers and ranges, such as "age,3,pixel0..pixel783".</summary>
    public int[] FindAll(string option, string names)
    {
        List<int> columns = [];
        foreach (string part in names.Split(',', StringSplitOptions.TrimEntries))
        {
            if (IndexOf(part) < 0 && part.Split("..") is [string from, string to])
            {
                (int first, int last) = (Find(option, from), Find(option, to));
                if (last < first)
                    throw ToolException.Usage($"{option} '{part}': '{to}' comes before '{from}'.");
                columns.AddRange(Enumerable.Range(first, last - first + 1));
            }
            else
            {
                columns.Add(Find(option, part));
            }
        }
        return [.. columns];
    }

    private string[]? ReadFields(TextFieldParser parser)
    {
        try
        {
            return parser.ReadFields();
        }
        catch (MalformedLineException error)
        {
            throw ToolException.BadInput(
                $"'{_path}', line {error.LineNumber}: it cannot be split into columns, perhaps because of a quotation mark in a "
                    + "cell: write it twice.", error);
        }
    }
}
