using System.Text.Unicode;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Csv;

/// <summary>
/// Checks that a table is text in UTF-8, or in UTF-16 with a byte-order mark. Otherwise ML.NET would silently replace letters,
/// and different labels could become equal.
/// </summary>
internal static class CsvText
{
    private const int BlockLength = 1 << 16;

    public static void Require(string path, CancellationToken cancellation)
    {
        using FileStream file = RegularFile.Open(path);
        byte[] block = new byte[BlockLength];
        int kept = 0;
        long line = 1;
        for (bool isFirst = true; ; isFirst = false)
        {
            cancellation.ThrowIfCancellationRequested();
            int read = file.ReadAtLeast(block.AsSpan(kept), block.Length - kept, throwOnEndOfStream: false);
            ReadOnlySpan<byte> bytes = block.AsSpan(0, kept + read);
            bool isLast = read == 0 || kept + read < block.Length;
            if (isFirst && bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
                return;
            // A letter can be cut by the end of a block.
            int whole = isLast ? bytes.Length : WholeLetters(bytes);
            if (bytes[..whole].IndexOf((byte)0) is >= 0 and int zero)
                throw ToolException.BadInput($"'{path}', line {line + bytes[..zero].Count((byte)'\n')}: it holds a zero byte. "
                    + "Save the table as UTF-8, or as UTF-16 with a byte-order mark.");
            if (!Utf8.IsValid(bytes[..whole]))
                throw ToolException.BadInput(
                    $"'{path}', line {line + LineBreaksBeforeFault(bytes[..whole])}: it is not UTF-8. Save the table as UTF-8.");
            if (isLast)
                return;
            line += bytes[..whole].Count((byte)'\n');
            kept = bytes.Length - whole;
            bytes[whole..].CopyTo(block);
        }
    }

    /// <summary>The number of bytes up to the last that begins a letter.</summary>
    private static int WholeLetters(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.Length - 1;
        while (end > bytes.Length - 4 && (bytes[end] & 0xC0) == 0x80)
            end--;
        return end;
    }

    private static long LineBreaksBeforeFault(ReadOnlySpan<byte> bytes)
    {
        long breaks = 0;
        for (int end; (end = bytes.IndexOf((byte)'\n')) >= 0 && Utf8.IsValid(bytes[..end]); bytes = bytes[(end + 1)..])
            breaks++;
        return breaks;
    }
}
