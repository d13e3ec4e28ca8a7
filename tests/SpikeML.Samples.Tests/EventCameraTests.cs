using System.Globalization;
using System.Text.RegularExpressions;

namespace SpikeML.Samples.Tests;

/// <summary>samples/SpikeML.EventCamera, run as a user runs it, on fewer recordings.</summary>
public sealed class EventCameraTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-event-camera-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_network_learns_digits_from_what_a_simulated_camera_sees()
    {
        (int exitCode, string output) = SampleProgram.Run(
            "SpikeML.EventCamera", "--digits", "400", "--epochs", "8", "--output", _folder.FullName);

        Assert.True(exitCode == 0, output);
        Assert.Contains("400 recordings of 300 ms", output, StringComparison.Ordinal);
        string accuracy = Regex.Match(output, @"held out: ([\d.]+) %").Groups[1].Value;
        Assert.InRange(double.Parse(accuracy, CultureInfo.InvariantCulture), 60, 100);
        PictureCheck.IsDrawn(Path.Combine(_folder.FullName, "events.gif"));
        foreach (string picture in (string[])["raster.svg", "space-time.svg"])
            Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(_folder.FullName, picture)), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "events.mlnet")));
    }

    [Theory]
    [InlineData("--digits must be at least 50", "--digits", "5")]
    [InlineData("--epochs must be at least 1", "--epochs", "0")]
    public void Arguments_out_of_range_are_refused(string message, params string[] arguments)
    {
        (int exitCode, string output) = SampleProgram.Run("SpikeML.EventCamera", arguments);
        Assert.Equal(1, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }
}
