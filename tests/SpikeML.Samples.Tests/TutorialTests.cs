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
        "rate-animation.gif", "rate-animation-quarter.gif", "mean-images.png", "rate-raster.png", "rate-one-neuron.png",
        "spike-time.png", "latency-log.png", "latency-log-slow.png", "latency-linear.png", "latency-normalized.png",
            "latency-clipped.png",
        "latency-animation.gif", "delta-series.png", "delta-spikes.png", "delta-off-spikes.png", "random-animation.gif",
            "random-raster.png",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-tutorial-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Tutorial_shows_every_section_and_draws_its_pictures()
    {
        (int exitCode, string output) = SampleProgram.Run("SpikeML.Tutorial", "--output", _folder.FullName);

        Assert.True(exitCode == 0, output);
        Assert.Contains("The size of mnist_train is 6000", output, StringComparison.Ordinal);
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

        Assert.Equal(Pictures.Select((name, i) => $"{i + 1:00}-{name}"), pictures);
        Assert.Equal(pictures.Select(picture => Path.ChangeExtension(picture, picture.EndsWith(".gif", StringComparison.Ordinal)
            ? "html" : "svg")), links);
        Assert.All([.. pictures, .. links], file => Assert.True(new FileInfo(Path.Combine(_folder.FullName, file)).Length > 1000,
            file));
        Assert.All(pictures, picture => Assert.Contains($".Save(&quot;{picture}&quot;);", page, StringComparison.Ordinal));
        Assert.Equal(pictures.Length, Matches(page, "<img [^>]*alt=\"([^\"]+)\"").Count());
        Assert.Equal(Sections, Matches(page, "<h[2-4] id=\"s([^\"]+)\""));
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
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
