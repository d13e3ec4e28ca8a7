using System.Globalization;
using System.Text;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Csv;

/// <summary>
/// Merges tables of spikes: one header, then the lines of each table; its rows must continue those of the previous table.
/// </summary>
internal static class CsvMerge
{
    private const int LongestLine = 256;

    public static void Run(IReadOnlyList<string> paths, Stream output, CancellationToken cancellation)
    {
        output.Write(CsvOutput.Header);
        long last = -1;
        foreach (string path in paths)
        {
            cancellation.ThrowIfCancellationRequested();
            using FileStream table = File.OpenRead(path);
            CheckHeader(table, path);
            if (table.Length == table.Position)
                continue;
            long first = RowOf(Encoding.ASCII.GetString(Peek(table, table.Position)), path);
            if (first <= last)
                throw ToolException.Usage(
                    $"'{path}' begins with row {first}, but the previous file ends with row {last}: list the files in the order "
                        + "of their shards.");
            last = RowOf(LastLine(table, path), path);
            table.CopyTo(output);
        }
    }

    private static void CheckHeader(FileStream table, string path)
    {
        byte[] header = new byte[CsvOutput.Header.Length];
        if (table.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length
            || !CsvOutput.Header.SequenceEqual(header))
            throw ToolException.BadInput(
                $"'{path}' is not a table of spikes: its first line is not "
                    + $"'{Encoding.ASCII.GetString(CsvOutput.Header).TrimEnd()}'.");
    }

    private static string LastLine(FileStream table, string path)
    {
        string end = Encoding.ASCII.GetString(Peek(table, Math.Max(table.Position, table.Length - LongestLine)));
        if (!end.EndsWith('\n'))
            throw ToolException.BadInput($"'{path}' is damaged: its last line is cut off. Encode it again.");
        end = end.TrimEnd('\n');
        return end[(end.LastIndexOf('\n') + 1)..];
    }

    private static byte[] Peek(FileStream table, long position)
    {
        long back = table.Position;
        byte[] bytes = new byte[(int)Math.Min(LongestLine, table.Length - position)];
        table.Position = position;
        table.ReadExactly(bytes);
        table.Position = back;
        return bytes;
    }

    private static long RowOf(string line, string path) =>
        long.TryParse(line.Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out long row)
            ? row
            : throw ToolException.BadInput($"'{path}' is damaged: '{ShownText.Start(line.Split('\n')[0])}' has no row. Encode it "
                + "again.");
}
