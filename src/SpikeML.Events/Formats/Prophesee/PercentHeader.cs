using System.Globalization;

namespace SpikeML.Events;

/// <summary>The header of Prophesee's files: lines of a percent sign, a key and a value.</summary>
internal sealed class PercentHeader
{
    private const int LongestLine = 1 << 12, MostLines = 1 << 10;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the header; the source is then at the first byte after it.</summary>
    /// <exception cref="FormatException">The header does not end, or gives a size that is not a number.</exception>
    public static PercentHeader Read(ByteSource source)
    {
        PercentHeader header = new();
        // Data may begin with the byte of a percent sign. After it, a header has a printable character.
        for (int lines = 0; source.Peek(2) is [(byte)'%', >= (byte)' ' and <= (byte)'~', ..]; lines++)
        {
            string line = source.ReadLine(LongestLine) is { } read && lines < MostLines ? read
                : throw source.Error("has a header of % lines that does not end: it is damaged or cut off");
            string[] words = line[1..].Trim().Split([' ', ':'], 2, StringSplitOptions.TrimEntries);
            if (words is ["end"])
                break;
            if (words.Length == 2)
                header._values[words[0]] = words[1];
        }
        header.ReadSize(source);
        return header;
    }

    public int? Width { get; private set; }

    public int? Height { get; private set; }

    /// <summary>The value of a key, or null.</summary>
    public string? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>
    /// The encoding of a RAW file, such as "EVT3", from <c>% format EVT3;height=720;width=1280</c> or <c>% evt 3.0</c>.
    /// </summary>
    public string? Encoding => FormatParts is [{ } name, ..] ? Plain(name)
        : this["evt"] is { } version ? Plain("EVT" + version) : null;

    /// <summary>A part of the format's value, such as <c>endianness=legacy</c>, or the key of its own, or null.</summary>
    public string? Part(string name) => FormatParts.Skip(1).Select(part => part.Split('=', 2))
        .FirstOrDefault(pair => pair.Length == 2 && pair[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))?[1].Trim()
        ?? this[name];

    private string[] FormatParts => this["format"]?.Split(';') ?? [];

    private static string Plain(string name)
    {
        string plain = name.Trim().ToUpperInvariant().Replace(".", "", StringComparison.Ordinal);
        return plain.Length == 5 && plain.EndsWith('0') ? plain[..^1] : plain;
    }

    private void ReadSize(ByteSource source)
    {
        string[]? geometry = this["geometry"]?.Split(['x', ','], StringSplitOptions.TrimEntries);
        string? width = geometry is { Length: 2 } ? geometry[0] : Part("width");
        string? height = geometry is { Length: 2 } ? geometry[1] : Part("height");
        (Width, Height) = (Size(width, "width", source), Size(height, "height", source));
    }

    private static int? Size(string? text, string what, ByteSource source) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0 ? size
        : throw source.Error($"has the {what} '{text}' in its header, which is not a number of pixels");
}
