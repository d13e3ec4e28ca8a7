using System.Collections.Immutable;
using System.Globalization;

namespace SpikeML;

/// <summary>
/// The type of an array's elements in NumPy's notation, such as '&lt;f4', or a list of fields for a structured array.
/// </summary>
/// <param name="Kind">NumPy's type letter, such as f, i, u, b or U; V for structured elements.</param>
/// <param name="Size">The size of an element in bytes.</param>
/// <param name="IsBigEndian">Whether numbers are stored in big-endian byte order.</param>
/// <param name="Fields">The fields of a structured element without padding; empty for other types.</param>
internal sealed record NpyType(char Kind, int Size, bool IsBigEndian, ImmutableArray<NpyField> Fields)
{
    public const char Text = 'U', Bytes = 'S', Structure = 'V', Object = 'O', Times = 'M', Durations = 'm',
        Complex = 'c';
    private const int BytesPerCharacter = 4, LongestElement = 1 << 22;

    /// <summary>The type as written in NumPy's header.</summary>
    public string Description { get; private init; } = "";

    public bool IsStructured => !Fields.IsEmpty;

    /// <summary>Whether an element or one of its fields is a Python object.</summary>
    public bool HasObjects => Kind == Object || Fields.Any(each => each.Type.HasObjects);

    /// <summary>The little-endian type, which is always written.</summary>
    /// <exception cref="NotSupportedException">Values of this type cannot be stored.</exception>
    public static NpyType Of<T>() => default(T) switch
    {
        bool => Parse("|b1"),
        sbyte => Parse("|i1"),
        byte => Parse("|u1"),
        short => Parse("<i2"),
        ushort => Parse("<u2"),
        int => Parse("<i4"),
        uint => Parse("<u4"),
        long => Parse("<i8"),
        ulong => Parse("<u8"),
        Half => Parse("<f2"),
        float => Parse("<f4"),
        double => Parse("<f8"),
        _ => throw new NotSupportedException(
            $"Arrays of {typeof(T).Name} cannot be stored: convert the values to Boolean, SByte to UInt64, Half, Single, Double "
                + "or String."),
    };

    /// <summary>Text of at most a number of characters.</summary>
    public static NpyType OfText(int length) => Parse(string.Create(CultureInfo.InvariantCulture, $"<U{length}"));

    /// <exception cref="FormatException">It is not a type that NumPy writes.</exception>
    public static NpyType Parse(object description) => description switch
    {
        string text => ParseText(text),
        List<object> fields => ParseFields(fields),
        _ => throw new FormatException("the type of its elements cannot be understood"),
    };

    private static NpyType ParseText(string text)
    {
        ReadOnlySpan<char> rest = text;
        char order = rest is ['<' or '>' or '|' or '=', ..] ? rest[0] : '|';
        rest = rest is ['<' or '>' or '|' or '=', ..] ? rest[1..] : rest;
        if (rest is "?")
            rest = "b1";
        if (rest is [] or ['[', ..])
            throw new FormatException($"the type '{text}' of its elements cannot be understood");
        // '|O' has no size; '<M8[us]' is followed by a unit.
        int unit = rest.IndexOf('[');
        ReadOnlySpan<char> digits = unit < 0 ? rest[1..] : rest[1..unit];
        long size = 0;
        if (!digits.IsEmpty && !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out size))
            throw new FormatException($"the type '{text}' of its elements cannot be understood");
        return Make(rest[0], rest[0] == Text ? size * BytesPerCharacter : size, order == '>', [], text);
    }

    private static NpyType ParseFields(List<object> parts)
    {
        List<NpyField> fields = [];
        long offset = 0;
        foreach (object part in parts)
        {
            NpyField field = NpyField.Parse(part, (int)offset);
            offset = Math.Min(offset + field.Size, int.MaxValue);
            // NumPy writes padding as fields without a name.
            if (field.Name.Length > 0)
                fields.Add(field);
        }
        return Make(Structure, offset, false, [.. fields], parts);
    }

    private static NpyType Make(char kind, long size, bool isBigEndian, ImmutableArray<NpyField> fields, object description) =>
        size is >= 0 and <= LongestElement
            ? new NpyType(kind, (int)size, isBigEndian, fields) { Description = PythonLiteral.ToText(description) }
            : throw new FormatException($"its elements have more than {LongestElement} bytes");
}
