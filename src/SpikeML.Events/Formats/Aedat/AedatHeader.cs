namespace SpikeML.Events;

/// <summary>The header of AEDAT 2 and 3: lines that begin with a number sign.</summary>
internal sealed class AedatHeader
{
    private const int LongestLine = 1 << 20, MostLines = 1 << 20;

    /// <summary>Reads the header; the source is then at the first byte after it.</summary>
    /// <param name="source">The content, from its first byte.</param>
    /// <param name="chipKey">What the line with the camera's chip begins with.</param>
    /// <param name="end">The last line, in headers that have one; others end where no line begins with a number sign.</param>
    /// <exception cref="FormatException">The header does not end.</exception>
    public AedatHeader(ByteSource source, string chipKey, string end)
    {
        for (int lines = 0; source.Peek(1) is [(byte)'#', ..]; lines++)
        {
            string line = source.ReadLine(LongestLine) is { } read && lines < MostLines ? read
                : throw source.Error("has a header that does not end: it is damaged or cut off");
            string text = line.TrimStart('#', '!', ' ');
            if (text.StartsWith(end, StringComparison.OrdinalIgnoreCase))
                return;
            int colon = text.IndexOf(':', StringComparison.Ordinal);
            if (text.StartsWith(chipKey, StringComparison.Ordinal) && colon >= 0)
                Chip ??= text[(colon + 1)..].Trim();
        }
    }

    /// <summary>The name of the camera's chip, or null if the header does not say.</summary>
    public string? Chip { get; private set; }
}
