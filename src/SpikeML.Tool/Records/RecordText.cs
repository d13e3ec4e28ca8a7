using System.Globalization;
using System.Text;

namespace SpikeML.Tool.Records;

/// <summary>A record in a file: a line of JSON, and a line with its length and checksum.</summary>
internal static class RecordText
{
    public const int Longest = ushort.MaxValue;

    private const string FooterMark = "spikeml-record";

    // Mark, a blank, eight digits, a blank, eight hexadecimal digits, a line break.
    private const int FooterLength = 14 + 1 + 8 + 1 + 8 + 1;

    public static byte[] Of(JobRecord record)
    {
        byte[] text = [.. record.ToBytes(), (byte)'\n'];
        return [.. text, .. Footer(text)];
    }

    /// <summary>The record at the end of some bytes and the length of its text, or null if there is none.</summary>
    /// <exception cref="FormatException">There is one, which is damaged.</exception>
    public static (JobRecord Record, int Length)? AtEndOf(ReadOnlyMemory<byte> bytes)
    {
        int footer = bytes.Length - FooterLength;
        if (footer >= 0 && LengthIn(bytes.Span[footer..]) is int length && length <= footer)
        {
            ReadOnlyMemory<byte> text = bytes.Slice(footer - length, length);
            if (bytes.Span[footer..].SequenceEqual(Footer(text.Span)))
                return (JobRecord.Parse(text), length + FooterLength);
        }
        return bytes.Span.LastIndexOf(JobRecord.Mark) < 0 && bytes.Span.LastIndexOf(Encoding.ASCII.GetBytes(FooterMark)) < 0
            ? null : throw new FormatException("its record of the job is damaged or cut off");
    }

    private static byte[] Footer(ReadOnlySpan<byte> text)
    {
        Crc32 checksum = new();
        checksum.Append(text);
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{FooterMark} {text.Length:D8} {checksum.Value:x8}\n"));
    }

    private static int? LengthIn(ReadOnlySpan<byte> footer) =>
        Encoding.ASCII.GetString(footer).Split(' ') is [FooterMark, string length, _]
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
