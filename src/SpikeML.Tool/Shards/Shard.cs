using System.Globalization;
using System.Text.RegularExpressions;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Shards;

/// <summary>One of several contiguous blocks of rows, in order; the sizes of blocks differ by at most one row.</summary>
internal sealed partial record Shard(int Index, int Count)
{
    /// <summary>Reads "i/n", i from 0.</summary>
    public static Shard Parse(string text) =>
        text.Split('/') is [string index, string count]
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int i)
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && i < n
            ? new Shard(i, n)
            : throw ToolException.Usage(
                $"--shard '{text}' is not a shard: write i/n with i from 0 to n - 1, such as 0/4 for the first of four.");

    /// <summary>The first row and the number of rows.</summary>
    public (long First, long Rows) Of(long rows)
    {
        long first = (long)((Int128)rows * Index / Count);
        return (first, (long)((Int128)rows * (Index + 1) / Count) - first);
    }

    /// <summary>spikes.npz as spikes-03-of-16.npz, so names sort in the order of the shards.</summary>
    public string PathOf(string path)
    {
        string width = new('0', (Count - 1).ToString(CultureInfo.InvariantCulture).Length);
        string index = Index.ToString(width, CultureInfo.InvariantCulture);
        string name = FormattableString.Invariant(
            $"{Path.GetFileNameWithoutExtension(path)}-{index}-of-{Count}{Path.GetExtension(path)}");
        return Path.Combine(Path.GetDirectoryName(path) ?? "", name);
    }

    /// <summary>The shard in a file name, and the name of the complete file.</summary>
    public static (string Whole, Shard Shard)? InName(string path) =>
        Name().Match(Path.GetFileName(path)) is { Success: true } match
        ? (Path.Combine(Path.GetDirectoryName(path) ?? "", match.Groups["stem"].Value + match.Groups["extension"].Value),
            new Shard(int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture)))
        : null;

    public override string ToString() => $"{Index}/{Count}";

    [GeneratedRegex(@"^(?<stem>.*)-(?<index>\d{1,9})-of-(?<count>\d{1,9})(?<extension>\.[^.]*)$")]
    private static partial Regex Name();
}
