namespace SpikeML.Docs.Tests;

/// <summary>docs/explanations/concepts.md names every code that draws at random.</summary>
public class DrawnCodeTests
{
    public static TheoryData<string> Drawn => [.. SpikeCodes.Encoders.Where(entry => entry.Default!.Draws is not null)
        .Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Drawn))]
    public void Concepts_names_a_code_that_draws(string name)
    {
        string path = Path.Combine(Build.RepositoryRoot, "docs", "explanations", "concepts.md");
        string page = File.ReadAllText(path).ReplaceLineEndings(" ");
        string sentence = page[page.IndexOf("random codes (", StringComparison.Ordinal)..];
        string[] named = sentence[(sentence.IndexOf('(') + 1)..sentence.IndexOf(')')]
            .Replace("unless they are regular", "", StringComparison.Ordinal)
            .Split([",", ";", " and "], StringSplitOptions.TrimEntries);
        Assert.Contains(name.Replace('-', ' '), named, StringComparer.OrdinalIgnoreCase);
    }
}
