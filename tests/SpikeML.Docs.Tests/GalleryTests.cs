using System.Reflection;
using System.Text.RegularExpressions;
using SpikeML.Plot;

namespace SpikeML.Docs.Tests;

/// <summary>docs/gallery.md shows every kind of figure, and samples/SpikeML.PlotGallery draws all that it shows.</summary>
public partial class GalleryTests
{
    /// <summary>The extensions of a train that call a method of SpikePlot.</summary>
    private static readonly Dictionary<string, string> Extensions = new()
    {
        [nameof(SpikePlot.Animate)] = "SaveAnimation",
        [nameof(SpikePlot.InteractiveRaster)] = "SaveInteractiveRaster",
    };

    private static string Page { get; } = File.ReadAllText(Path.Combine(Build.RepositoryRoot, "docs", "gallery.md"));

    public static TheoryData<string> Methods => [.. typeof(SpikePlot)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name)
        .Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Gallery_shows_every_kind_of_figure(string method) => Assert.Matches(
        Extensions.TryGetValue(method, out string? extension) ? $@"\btrain\.{extension}\(" : $@"\bSpikePlot\.{method}\b", Page);

    [Fact]
    public void Gallery_shows_what_the_sample_draws() =>
        Assert.Equal(Drawn().Order(StringComparer.Ordinal), Shown().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Shown() => Drawing().Matches(Page).Select(drawing => drawing.Groups["name"].Value)
        .Distinct();

    private static IEnumerable<string> Drawn() => new[] { "Stills.cs", "Analyses.cs" }.SelectMany(file =>
        Figure().Matches(File.ReadAllText(Path.Combine(Build.RepositoryRoot, "samples", "SpikeML.PlotGallery", file))))
        .Select(figure => figure.Groups["name"].Value);

    [GeneratedRegex(@"\]\(images/(?<name>[\w-]+)\.svg\)")]
    private static partial Regex Drawing();

    [GeneratedRegex(@"yield return \(""(?<name>[\w-]+)"",")]
    private static partial Regex Figure();
}
