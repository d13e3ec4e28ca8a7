using System.Text.RegularExpressions;

namespace SpikeML.Docs.Tests;

/// <summary>
/// Percentages are written as .NET's invariant culture writes them, 26.2 %, on pages and in what programs print.
/// </summary>
public partial class PercentTests
{
    public static TheoryData<string> Folders => ["docs", "src", "samples", "benchmarks"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Percent_signs_stand_after_a_space(string folder)
    {
        string[] found = [.. Directory
            .EnumerateFiles(Path.Combine(Build.RepositoryRoot, folder), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".md" or ".cs" or ".fs" or ".py" or ".js" or ".html")
            .Where(path => !Built().IsMatch(path))
            .SelectMany(path => File.ReadLines(path).Where(line => Joined().IsMatch(line))
                .Select(line => $"{Path.GetRelativePath(Build.RepositoryRoot, path)}: {line.Trim()}"))];

        Assert.True(found.Length == 0, $"Write 26.2 %, with a space:\n{string.Join('\n', found)}");
    }

    [Theory]
    [InlineData("spiking 40.00% of the time", true)]
    [InlineData("| 20% |", true)]
    [InlineData("{share:0.##%} of the values", true)]
    [InlineData("{share:F2}% of all", true)]
    [InlineData("26.2 % of the spikes", false)]
    [InlineData("max-width: 100%; height: auto", false)]
    [InlineData("{share:P1} of the spikes", false)]
    [InlineData("step % 3", false)]
    public void Joined_tells_percentages_from_lengths_of_CSS(string line, bool expected) =>
        Assert.Equal(expected, Joined().IsMatch(line));

    [GeneratedRegex(@"[/\\](bin|obj|output|docs[/\\]images)[/\\]")]
    private static partial Regex Built();

    [GeneratedRegex(@"[\d}]%(?=[ ,.)|""]|$)|[#0]%\}")]
    private static partial Regex Joined();
}
