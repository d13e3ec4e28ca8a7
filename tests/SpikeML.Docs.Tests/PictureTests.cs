using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SpikeML.Documents;

namespace SpikeML.Docs.Tests;

/// <summary>Pictures of the pages follow the reader's light or dark system, and can be read on a phone.</summary>
public partial class PictureTests
{
    private const int WidestOnPhones = 430;

    public static TheoryData<string> Drawings => [.. DocumentPages.Of(Build.RepositoryRoot).SelectMany(Pictures)
        .Where(file => file.EndsWith(".svg", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    // Animations, the project's icon, and screenshots have colours of their own.
    [Fact]
    public void Pages_show_figures_as_SVG() => Assert.Equal(
        ["samples/SpikeML.WebApi/page.png"],
        DocumentPages.Of(Build.RepositoryRoot).SelectMany(Pictures).Where(file => Still().IsMatch(file)).Distinct()
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Drawings))]
    public void Drawings_follow_the_system_and_have_a_narrow_sibling_if_they_are_wide(string file)
    {
        string path = Path.Combine(Build.RepositoryRoot, file);
        string phone = path.Replace(".svg", "-phone.svg", StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", File.ReadAllText(path), StringComparison.Ordinal);
        if (!file.StartsWith("docs/", StringComparison.Ordinal) || Width(path) <= WidestOnPhones)
            return;
        Assert.InRange(Width(phone), 200, WidestOnPhones);
        Assert.Contains("prefers-color-scheme: dark", File.ReadAllText(phone), StringComparison.Ordinal);
    }

    private static int Width(string path) => int.Parse(XDocument.Load(path).Root!.Attribute("width")!.Value,
        CultureInfo.InvariantCulture);

    private static IEnumerable<string> Pictures(string page) =>
        Picture().Matches(File.ReadAllText(Path.Combine(Build.RepositoryRoot, page))).Select(match =>
            Path.GetRelativePath(Build.RepositoryRoot, Path.GetFullPath(Path.Combine(Build.RepositoryRoot,
                Path.GetDirectoryName(page)!, match.Groups["file"].Value))).Replace('\\', '/'));

    [GeneratedRegex(@"!\[[^\]]*\]\((?<file>[^)\s:]+)\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\.(png|jpe?g)$")]
    private static partial Regex Still();
}
