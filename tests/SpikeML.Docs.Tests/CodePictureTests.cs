using System.Text.RegularExpressions;

namespace SpikeML.Docs.Tests;

/// <summary>Every page of docs/codes shows a picture of its own, which samples/SpikeML.PlotGallery draws.</summary>
public partial class CodePictureTests
{
    private static string Folder => Path.Combine(Build.RepositoryRoot, "docs", "images", "codes");

    public static TheoryData<string> Pages => [.. CodePages.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_shows_a_picture_of_its_own(string page) => Assert.Contains(page, CodePages.Pictures(page));

    [Fact]
    public void The_gallery_draws_every_picture_that_is_shown()
    {
        string[] shown = [.. CodePages.All.Append("README").SelectMany(CodePages.Pictures).Distinct()
            .Order(StringComparer.Ordinal)];
        Assert.Equal(shown, Drawn().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_picture_that_the_gallery_draws_is_there_and_small()
    {
        string[] files = [.. Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal)];
        Assert.Equal([.. Drawn().SelectMany(name => new[] { $"{name}.svg", $"{name}-phone.svg" }).Order(StringComparer.Ordinal)],
            files);
        Assert.All(files, file => Assert.InRange(new FileInfo(Path.Combine(Folder, file)).Length, 2_000, 100_000));
    }

    private static IEnumerable<string> Drawn() => Entry().Matches(File.ReadAllText(Path.Combine(
        Build.RepositoryRoot, "samples", "SpikeML.PlotGallery", "Codes", "CodePictures.cs")))
        .Select(entry => entry.Groups["name"].Value);

    [GeneratedRegex(@"\[""(?<name>[\w-]+)""\] = ")]
    private static partial Regex Entry();
}
