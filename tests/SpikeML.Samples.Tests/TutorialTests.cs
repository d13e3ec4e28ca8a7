namespace SpikeML.Samples.Tests;

/// <summary>samples/SpikeML.Tutorial, run as a user runs it.</summary>
public sealed class TutorialTests : IDisposable
{
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
        string[] pictures = [.. output.Split('[', ']').Where(word => word.EndsWith(".png", StringComparison.Ordinal))];
        Assert.True(pictures.Length >= 12);
        Assert.All(pictures, picture => Assert.True(new FileInfo(Path.Combine(_folder.FullName, picture)).Length > 1000));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "summary.md")));
    }

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
