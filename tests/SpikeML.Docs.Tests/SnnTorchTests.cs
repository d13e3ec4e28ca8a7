using System.Text.RegularExpressions;

namespace SpikeML.Docs.Tests;

/// <summary>docs/coming-from-snntorch.md has a row for every public name of snnTorch.</summary>
public partial class SnnTorchTests
{
    private static readonly string[][] Rows = [.. File.ReadLines(
        Path.Combine(Build.RepositoryRoot, "docs", "coming-from-snntorch.md")).Where(line => line.StartsWith('|'))
        .Select(line => line.Split(" | "))];

    public static TheoryData<string, string> Names =>
    [
        .. from module in SnnTorchNames.OfModules from name in module.Value.Split(' ') select (module.Key, name),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_public_name_has_a_counterpart_or_a_reason_for_none(string module, string name)
    {
        string[][] rows = [.. Rows.Where(cells => NamesOf(cells[0]).Contains(name, StringComparer.Ordinal))];
        Assert.True(rows.Length == 1, $"{module}.{name} needs one row of a table, and has {rows.Length}.");
        string counterpart = rows[0][1];
        Assert.True(counterpart.StartsWith("none, because ", StringComparison.Ordinal)
            || !counterpart.StartsWith("none", StringComparison.Ordinal) && counterpart.Length > "|".Length,
            $"{module}.{name}: name the counterpart, or say 'none, because ...'.");
    }

    // What the code in a cell begins with: rate, of `rate(data, gain=1)`.
    private static IEnumerable<string> NamesOf(string cell) => Name().Matches(cell).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"`(?<name>\w+)(\([^`]*\))?`")]
    private static partial Regex Name();
}
