using System.Text;

namespace SpikeML.Events;

/// <summary>The format of a recording, from its first bytes.</summary>
/// <param name="Format">The format.</param>
/// <param name="Header">The header of % lines, empty if it has none; the source is after it.</param>
internal sealed record FormatGuess(EventFormat Format, PercentHeader Header)
{
    private const int FirstBytes = 1024, NMnistLength = 5;

    /// <summary>The first bytes of an AEDAT file.</summary>
    public static ReadOnlySpan<byte> Aedat => "#!AER-DAT"u8;

    /// <summary>The first bytes of an HDF5 file.</summary>
    public static ReadOnlySpan<byte> Hdf5 => [0x89, (byte)'H', (byte)'D', (byte)'F', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <param name="source">The content; only a header of % lines is consumed.</param>
    /// <param name="format">The format that the caller gives, or null.</param>
    /// <exception cref="FormatException">No format fits.</exception>
    public static FormatGuess Of(ByteSource source, EventFormat? format)
    {
        ReadOnlySpan<byte> first = source.Peek(FirstBytes);
        if (format is null && first.IsEmpty)
            throw source.Error("is empty: an event recording has at least a header. If it is a recording of N-MNIST without "
                + "events, set Format to NMnist");
        if (format is { } given && MarkOf(first, source) is { } marked && marked != given)
            throw source.Error($"begins as a file of the format {marked}, and {nameof(EventReaderOptions.Format)} is {given}: "
                + "leave it out");
        if (format is null or EventFormat.Text && first.StartsWith("\uFEFF"u8))
            source.Skip("\uFEFF"u8.Length);
        bool hasHeader = format is EventFormat.Dat or EventFormat.Evt2 or EventFormat.Evt21 or EventFormat.Evt3
            or EventFormat.Text || (format is null && source.Peek(FirstBytes) is [(byte)'%', >= (byte)' ', ..]);
        PercentHeader header = hasHeader ? PercentHeader.Read(source) : new();
        if (format is EventFormat.Dat or EventFormat.Evt2 or EventFormat.Evt21 or EventFormat.Evt3
            && header.Encoding is { } encoding && !encoding.Equals(format.ToString(), StringComparison.OrdinalIgnoreCase))
            throw source.Error($"is a RAW file in the encoding '{encoding}', and {nameof(EventReaderOptions.Format)} is "
                + $"{format}: leave it out");
        return new(format ?? (hasHeader ? OfHeader(header, source) : OfBytes(source.Peek(FirstBytes), source)), header);
    }

    private static EventFormat OfHeader(PercentHeader header, ByteSource source)
    {
        if (header.Encoding is { } encoding)
            return encoding switch
            {
                "EVT2" => EventFormat.Evt2,
                "EVT21" => EventFormat.Evt21,
                "EVT3" => EventFormat.Evt3,
                _ => throw source.Error($"is a RAW file in the encoding '{encoding}'; EVT2, EVT2.1 and EVT3 can be read"),
            };
        return IsText(source.Peek(FirstBytes)) ? EventFormat.Text : EventFormat.Dat;
    }

    /// <summary>The format whose mark the file begins with, or null.</summary>
    private static EventFormat? MarkOf(ReadOnlySpan<byte> first, ByteSource source) =>
        first.StartsWith(Aedat) ? OfAedat(first[Aedat.Length..], source)
        : first.StartsWith(NpyHeader.Magic) ? EventFormat.Npy
        : first.StartsWith("PK\u0003\u0004"u8) ? EventFormat.Npz
        : first.StartsWith(Hdf5) ? EventFormat.Hdf5
        : null;

    private static EventFormat OfBytes(ReadOnlySpan<byte> first, ByteSource source)
    {
        if (MarkOf(first, source) is { } marked)
            return marked;
        if (first.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            throw source.Error("is compressed with gzip in a way that cannot be read: decompress it first");
        if (first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || first.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw source.Error("is text in UTF-16: save it as UTF-8");
        if (IsText(first))
            return EventFormat.Text;
        // The one format without a mark: records of 5 bytes, whose times ascend.
        if ((source.Length is not { } length || length % NMnistLength == 0) && TimesAscend(first))
            return EventFormat.NMnist;
        throw source.Error("is not an event recording in a format that can be recognized. "
            + "Set Format if you know what it is. "
            + $"The formats are {string.Join(", ", Enum.GetNames<EventFormat>())}");
    }

    private static EventFormat OfAedat(ReadOnlySpan<byte> version, ByteSource source) => version switch
    {
        [(byte)'2', (byte)'.', ..] => EventFormat.Aedat2,
        [(byte)'3', (byte)'.', ..] => EventFormat.Aedat31,
        [(byte)'4', (byte)'.', ..] => EventFormat.Aedat4,
        _ => throw source.Error("is an AEDAT file of version "
            + $"'{Encoding.ASCII.GetString(version[..Math.Min(3, version.Length)])}'; versions 2.0, 3.1 and 4.0 can be read"),
    };

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        bool hasDigit = false;
        foreach (byte value in bytes)
        {
            if (value is not ((>= (byte)' ' and <= (byte)'~') or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return false;
            hasDigit |= char.IsAsciiDigit((char)value) || value is (byte)',';
        }
        return hasDigit;
    }

    private static bool TimesAscend(ReadOnlySpan<byte> bytes)
    {
        const int OverflowRow = 240;
        int last = 0;
        for (int i = 0; i + NMnistLength <= bytes.Length; i += NMnistLength)
        {
            int time = (bytes[i + 2] & 0x7F) << 16 | bytes[i + 3] << 8 | bytes[i + 4];
            if (bytes[i + 1] == OverflowRow)
                last = 0;
            else if (time < last)
                return false;
            else
                last = time;
        }
        return bytes.Length >= NMnistLength;
    }
}
