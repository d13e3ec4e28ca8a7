using System.Globalization;
using System.Text;

namespace SpikeML.Benchmarks.Codes;

/// <summary>A table in Markdown, row by row.</summary>
internal sealed class MarkdownTable
{
    private readonly StringBuilder _text = new();

    public MarkdownTable(params ReadOnlySpan<string> columns)
    {
        Add(columns);
        _text.Append('|').Insert(_text.Length, "---|", columns.Length).AppendLine();
    }

    public static string Times(double ratio) =>
        ratio.ToString(ratio < 1 ? "0.00x" : ratio < 10 ? "0.0x" : "0x", CultureInfo.InvariantCulture);

    public static string SpeedUp(double ratio) => ratio.ToString("0.00x", CultureInfo.InvariantCulture);

    public static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Share(double share) => share.ToString("P0", CultureInfo.InvariantCulture);

    public void Add(params ReadOnlySpan<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");

    public override string ToString() => _text.ToString();
}
