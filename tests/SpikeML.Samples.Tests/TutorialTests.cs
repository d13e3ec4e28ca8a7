using System.Text.RegularExpressions;

namespace SpikeML.Samples.Tests;

/// <summary>samples/SpikeML.Tutorial, run as a user runs it.</summary>
public sealed class TutorialTests : IDisposable
{
    private static readonly string[] Sections =
        ["1", "2", "2.1", "2.2", "2.2.1", "2.2.2", "2.3", "2.3.1", "2.3.2", "2.4", "3", "3.1", "3.2", "4"];

    // In the order of the reference tutorial, which has all but the slow latency code.
    private static readonly string[] Pictures =
    [
        "rate-animation.gif", "rate-animation-quarter.gif", "mean-images.svg", "rate-raster.svg", "rate-one-neuron.svg",
        "spike-time.svg", "latency-log.svg", "latency-log-slow.svg", "latency-linear.svg", "latency-normalized.svg",
        "latency-clipped.svg", "latency-animation.gif", "delta-series.svg", "delta-spikes.svg", "delta-off-spikes.svg",
        "random-animation.gif", "random-raster.svg",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-tutorial-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Tutorial_shows_every_section_and_draws_its_pictures()
    {
        (int exitCode, string output) = SampleProgram.Run("SpikeML.Tutorial", "--output", _folder.FullName);

        Assert.True(exitCode == 0, output);
        Assert.Contains("The size of mnist_train is 6,000", output, StringComparison.Ordinal);
        Assert.Contains("Vector<Single, 100, 28, 28>", output, StringComparison.Ordinal);
        Assert.Contains("off-spikes on: [0, 0, 0, 0, 1, -1, 1, -1, 1, 0, 0]", output, StringComparison.Ordinal);
        Assert.Contains("spikes are the same, one by one", output, StringComparison.Ordinal);
        Assert.Contains(_folder.FullName, output, StringComparison.Ordinal);
        CheckGallery();
    }

    private void CheckGallery()
    {
        string page = File.ReadAllText(Path.Combine(_folder.FullName, "index.html"));
        string[] pictures = [.. Matches(page, "<img src=\"([^\"]+)\"")], links = [.. Matches(page, "href=\"([^\"#]+)\"")];
        string[] variants = [.. Matches(page, "<source srcset=\"([^\"]+)\"")];

        Assert.Equal(Pictures.Select((name, i) => $"{i + 1:00}-{name}"), pictures);
        string[] drawings = [.. pictures.Where(picture => picture.EndsWith(".svg", StringComparison.Ordinal))];
        Assert.Equal(drawings.Select(picture => picture.Replace(".svg", "-phone.svg", StringComparison.Ordinal)), variants);
        Assert.All([.. drawings, .. variants], file => Assert.Contains("prefers-color-scheme: dark",
            File.ReadAllText(Path.Combine(_folder.FullName, file)), StringComparison.Ordinal));
        List<string> expected = [.. pictures.Select(picture =>
            Path.ChangeExtension(picture, drawings.Contains(picture) ? "png" : "html"))];
        expected.Insert(4, "04-rate-raster-interactive.html");
        Assert.Equal(expected, links);
        Assert.All([.. pictures, .. links, .. variants], file =>
            Assert.True(new FileInfo(Path.Combine(_folder.FullName, file)).Length > 1000, file));
        Assert.All(pictures, picture => Assert.Contains($">&quot;{picture}&quot;</span>);", page, StringComparison.Ordinal));
        Assert.Equal(pictures.Length, Matches(page, "<img [^>]*alt=\"([^\"]+)\"").Count());
        Assert.Equal(Sections, Matches(page, "<h[2-4] id=\"s([^\"]+)\""));
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        CheckWords(page);
    }

    /// <summary>Every picture is followed by what to notice, and every idea has its formula.</summary>
    private static void CheckWords(string page)
    {
        Assert.Equal(5, Matches(page, "(<math display=\"block\">)").Count());
        Assert.Equal(Matches(page, "(<figure)").Count(), Matches(page, "(<p class=\"notice\">)").Count());
        Assert.Contains("<span class=\"keyword\">float</span>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"call\">EncodeLatency</span>", page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Matches(string page, string pattern) =>
        Regex.Matches(page, pattern).Select(match => match.Groups[1].Value);

    [Fact]
    public void Tutorial_says_in_one_line_when_there_is_no_such_MNIST_folder()
    {
        string missing = Path.Combine(_folder.FullName, "nowhere");
        (int exitCode, string output) = SampleProgram.Run("SpikeML.Tutorial", "--output", _folder.FullName, "--mnist", missing);

        Assert.Equal(1, exitCode);
        Assert.Contains("error:", output, StringComparison.Ordinal);
        Assert.Contains(missing, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
