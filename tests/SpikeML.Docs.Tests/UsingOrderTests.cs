using System.Text.RegularExpressions;

namespace SpikeML.Docs.Tests;

/// <summary>Usings are in the order that editors give them; the build does not check this.</summary>
public partial class UsingOrderTests
{
    [Fact]
    public void Usings_are_sorted_with_those_of_System_first()
    {
        string[] wrong = [.. RepositoryFiles.In(".", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) == ".cs")
            .Where(file => !AreSorted(File.ReadLines(Path.Combine(Build.RepositoryRoot, file))))];
        Assert.True(wrong.Length == 0, $"Sort the usings of these files:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("using System.Text;using Microsoft.ML;using static System.Math;using Row = System.Int32;", true)]
    [InlineData("using System;using System.Text;using SystemX;namespace A;using A;", true)]
    [InlineData("using A.B;using A;", false)]
    [InlineData("using Microsoft.ML;using System.Text;", false)]
    [InlineData("using static System.Math;using System.Text;", false)]
    [InlineData("using Row = System.Int32;using static System.Math;", false)]
    public void AreSorted_tells_the_order(string file, bool expected) =>
        Assert.Equal(expected, AreSorted(file.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(line => line + ";")));

    /// <summary>Namespaces, then static usings, then aliases; each kind by the parts of its names.</summary>
    private static bool AreSorted(IEnumerable<string> lines)
    {
        string[] usings = [.. lines.TakeWhile(line => !line.StartsWith("namespace", StringComparison.Ordinal))
            .Select(line => Using().Match(line)).Where(match => match.Success).Select(Key)];
        return usings.SequenceEqual(usings.Order(StringComparer.Ordinal));
    }

    private static string Key(Match match)
    {
        string name = match.Groups["name"].Value;
        int kind = match.Groups["alias"].Success ? 2 : match.Groups["static"].Success ? 1 : 0;
        bool isSystem = name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
        // A part's end comes before all characters of names.
        return $"{kind}{(isSystem ? 0 : 1)}{name.Replace('.', '\t')}";
    }

    [GeneratedRegex(@"^using (?<static>static )?(?<name>[\w.]+)(?<alias> = .*)?;")]
    private static partial Regex Using();
}
