using System.Globalization;
using System.Text;

namespace SpikeML;

/// <summary>Reads the Python literals of NumPy headers: dictionaries, lists, tuples, text, integers, True and False.</summary>
/// <remarks>
/// Lists become <c>List&lt;object&gt;</c>, tuples <c>object[]</c>, dictionaries <c>Dictionary&lt;string, object&gt;</c>, integers
/// <c>long</c>.
/// </remarks>
internal sealed class PythonLiteral
{
    // NumPy nests only a few levels; a limit keeps damaged files from overflowing the stack.
    private const int DeepestNesting = 32;

    private readonly string _text;
    private int _at;
    private int _depth;

    private PythonLiteral(string text) => _text = text;

    /// <exception cref="FormatException">The text is not a valid literal, or something follows it.</exception>
    public static object Parse(string text)
    {
        PythonLiteral parser = new(text);
        object value = parser.Value();
        return parser.Next() == '\0' ? value : throw parser.Unexpected();
    }

    /// <summary>Writes a result of <see cref="Parse"/>, except dictionaries, Booleans and unusual characters.</summary>
    public static string ToText(object value) => value switch
    {
        string text => $"'{text.Replace(@"\", @"\\").Replace("'", @"\'")}'",
        List<object> items => $"[{string.Join(", ", items.Select(ToText))}]",
        object[] items => $"({string.Join(", ", items.Select(ToText))}{(items.Length == 1 ? "," : "")})",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private object Value() => Next() switch
    {
        '{' => Dictionary(),
        '[' => Enclosed(']', Value),
        '(' => Enclosed(')', Value).ToArray(),
        '\'' or '"' => Text(),
        (>= '0' and <= '9') or '-' => Integer(),
        _ => Word("True") ? true : Word("False") ? false : throw Unexpected(),
    };

    private Dictionary<string, object> Dictionary()
    {
        Dictionary<string, object> values = [];
        foreach (object entry in Enclosed('}', Entry))
        {
            (string key, object value) = ((string, object))entry;
            values[key] = value;
        }
        return values;
    }

    private object Entry()
    {
        string key = Value() as string ?? throw Unexpected();
        Expect(':');
        return (key, Value());
    }

    private List<object> Enclosed(char end, Func<object> item)
    {
        if (++_depth > DeepestNesting)
            throw Unexpected();
        List<object> items = [];
        for (_at++; Next() != end;)
        {
            items.Add(item());
            if (Next() != end)
                Expect(',');
        }
        _at++;
        _depth--;
        return items;
    }

    private string Text()
    {
        char quote = _text[_at++];
        StringBuilder value = new();
        for (; _at < _text.Length && _text[_at] != quote; _at++)
            value.Append(_text[_at] == '\\' && _at + 1 < _text.Length ? Escaped() : _text[_at]);
        return _at++ < _text.Length ? value.ToString() : throw Unexpected();
    }

    private char Escaped()
    {
        char escaped = _text[++_at];
        int digits = escaped switch { 'x' => 2, 'u' => 4, _ => 0 };
        if (digits == 0)
            return escaped switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => escaped };
        if (_at + digits >= _text.Length
            || !int.TryParse(_text.AsSpan(_at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                out int code))
            throw Unexpected();
        _at += digits;
        return (char)code;
    }

    private long Integer()
    {
        int start = _at++;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            _at++;
        if (!long.TryParse(_text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out long value))
            throw Unexpected();
        // Python 2 wrote large integers as 5L.
        if (_at < _text.Length && _text[_at] == 'L')
            _at++;
        return value;
    }

    private bool Word(string word)
    {
        bool isNext = string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0;
        _at += isNext ? word.Length : 0;
        return isNext;
    }

    private void Expect(char expected)
    {
        if (Next() != expected)
            throw Unexpected();
        _at++;
    }

    /// <summary>The next non-whitespace character, or '\0' at the end.</summary>
    private char Next()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private FormatException Unexpected() => new($"the header cannot be understood at character {_at}");
}
