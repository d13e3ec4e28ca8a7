using System.Globalization;
using System.Text;

namespace SpikeML.Events;

/// <summary>
/// Lines of numbers that are separated by spaces, tabs, commas or semicolons. Lines of # are comments, unless they name the
/// columns. The first line may name the columns, or give the sensor's width and height.
/// </summary>
internal sealed class TextTable : EventTable
{
    private const int LongestLine = 1 << 16;

    private readonly ByteSource _source;
    private readonly PercentHeader _header;
    private readonly List<string>? _names;
    private readonly EventNumber[] _pending;

    /// <summary>Which columns may hold text: those whose names are not fields of events.</summary>
    private readonly bool[] _mayBeText = [];

    private bool _isPending;
    private FormatException? _error;
    private readonly int? _width, _height;
    private long _line;
    private bool? _hasSemicolons;

    public TextTable(ByteSource source, PercentHeader header)
    {
        (_source, _header) = (source, header);
        (_width, _height) = (header.Width, header.Height);
        List<EventNumber>? first = null;
        while (first is null && NextLine() is { } line)
        {
            string[] words = Words(line);
            if (words.Length >= 3 && words.All(EventColumns.IsName))
                _names = [.. words];
            else if (line[0] == '#')
                continue;
            else if (words.Length == 0)
                throw Wrong(line, "has no numbers");
            else if (_names is null && words.Any(word => !IsNumber(word)))
                _names = [.. words];
            else if (words.Length == 2 && _names is null && _width is null)
                (_width, _height) = (Size(words[0]), Size(words[1]));
            else
            {
                _mayBeText = _names is null ? [] : [.. _names.Select(name => !EventColumns.IsName(name))];
                first = [.. words.Select(Cell)];
            }
        }
        _pending = first?.ToArray() ?? [];
        _isPending = first is not null;
        ColumnCount = first?.Count ?? _names?.Count ?? 4;
        if (_names is not null && _names.Count != ColumnCount)
            throw source.Error($"names {_names.Count} columns, and line {_line} has {ColumnCount}");
    }

    public override IReadOnlyList<string>? Names => _names;

    public override int ColumnCount { get; }

    /// <summary>Metavision's text has a header of % lines.</summary>
    public override string? UsualOrder => _header["geometry"] is not null && ColumnCount == 4 ? "x y p t" : null;

    public override int? Width => _width;

    public override int? Height => _height;

    public override int Read(Span<EventNumber> cells)
    {
        if (_error is not null)
            throw _error;
        int rows = 0;
        if (_isPending)
        {
            _pending.CopyTo(cells);
            (_isPending, rows) = (false, 1);
        }
        try
        {
            while (cells.Length - rows * ColumnCount >= ColumnCount && ReadRow(cells[(rows * ColumnCount)..]))
                rows++;
        }
        catch (FormatException error) when (rows > 0)
        {
            // The rows before are given first.
            _error = error;
        }
        return rows;
    }

    /// <summary>Reads the next row; false at the end.</summary>
    private bool ReadRow(Span<EventNumber> cells)
    {
        while (NextLine() is { } line)
        {
            if (line[0] == '#')
                continue;
            string[] words = Words(line);
            if (words.Length != ColumnCount)
                throw Wrong(line, $"has {words.Length} numbers, and the lines before have {ColumnCount}");
            for (int i = 0; i < words.Length; i++)
                cells[i] = Cell(words[i], i);
            return true;
        }
        return false;
    }

    /// <summary>The next line that is not blank.</summary>
    private string? NextLine()
    {
        while (true)
        {
            string? line = _source.ReadLine(LongestLine);
            if (line is null)
            {
                ReadOnlySpan<byte> rest = _source.Peek(LongestLine);
                if (rest.IsEmpty)
                    return null;
                if (rest.Length >= LongestLine)
                    throw _source.Error(
                        $"has a line of more than {LongestLine} bytes after line {_line}: it is not text of events");
                line = Encoding.UTF8.GetString(rest);
                _source.Skip(rest.Length);
            }
            _line++;
            line = line.Trim();
            if (line.Length > 0)
                return line;
        }
    }

    /// <summary>
    /// The words of a line. Where semicolons separate those of the first line, a comma is a decimal point, as spreadsheets write
    /// it in much of Europe.
    /// </summary>
    private string[] Words(string line)
    {
        bool hasSemicolons = _hasSemicolons ?? line.Contains(';', StringComparison.Ordinal);
        if (line[0] != '#')
            _hasSemicolons = hasSemicolons;
        string plain = hasSemicolons ? line.Replace(',', '.') : line;
        string[] words = plain.Trim('#').Split(hasSemicolons ? [' ', '\t', ';'] : [' ', '\t', ','],
            StringSplitOptions.RemoveEmptyEntries);
        return plain.Contains('"', StringComparison.Ordinal) ? [.. words.Select(word => word.Trim('"'))] : words;
    }

    private static bool IsNumber(string word) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        || IsTruth(word);

    private static bool IsTruth(string word) => bool.TryParse(word, out _);

    /// <summary>The number in a column; a column that is not a field of events may hold text.</summary>
    private EventNumber Cell(string word, int column) =>
        column < _mayBeText.Length && _mayBeText[column] && !IsNumber(word) ? EventNumber.Invalid : Number(word);

    /// <summary>Parses a number; the fraction is parsed by itself, so times since 1970 keep their microseconds.</summary>
    private EventNumber Number(string word)
    {
        int point = word.IndexOf('.', StringComparison.Ordinal);
        ReadOnlySpan<char> whole = point < 0 ? word : word.AsSpan(0, point);
        if (long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer)
            && (point < 0 || (integer >= 0 && word[0] != '-')))
        {
            if (point < 0)
                return new(integer, 0);
            string rest = $"0{word.AsSpan(point)}";
            if (double.TryParse(rest, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double fraction)
                && fraction < 1)
                return new(integer, fraction);
        }
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            return EventNumber.Of(value);
        return bool.TryParse(word, out bool truth) ? new(truth ? 1 : 0, 0) : throw Wrong(word, "is not a number");
    }

    private int Size(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0 ? size
            : throw Wrong(word, "is not the width or height of a sensor");

    private FormatException Wrong(string text, string problem) => _source.Error(
        $"has in line {_line} '{(text.Length > 60 ? text[..60] + "..." : text)}', which {problem}");
}
