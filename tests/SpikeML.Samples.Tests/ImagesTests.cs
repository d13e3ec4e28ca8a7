using System.Globalization;
using System.Text.RegularExpressions;

namespace SpikeML.Samples.Tests;

/// <summary>samples/SpikeML.Images: ML.NET's image transforms and SpikeML.Plot in one process.</summary>
public sealed class ImagesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-images-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Images_are_classified_and_drawn_with_one_SkiaSharp()
    {
        (int exitCode, string output) = SampleProgram.Run("SpikeML.Images", "--output", _folder.FullName);

        Assert.True(exitCode == 0, output);
        Assert.Contains("2,000 images of 10 classes", output, StringComparison.Ordinal);
        Assert.Contains("Spikes: Vector<Single, 20, 1, 28, 28>", output, StringComparison.Ordinal);
        string right = Regex.Match(output, @"([\d.]+) % of the held-out").Groups[1].Value;
        Assert.InRange(double.Parse(right, CultureInfo.InvariantCulture), 75, 100);
        // The last version that ML.NET's images work with, and no second one beside it.
        Assert.Matches(@"used SkiaSharp 2\.88\.[\d.]+, native 88\.", output);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'],
            File.ReadAllBytes(Path.Combine(_folder.FullName, "raster.png"))[..4]);
        Assert.Equal("GIF89a"u8, File.ReadAllBytes(Path.Combine(_folder.FullName, "spikes.gif")).AsSpan(..6));
        Assert.Equal(10, Directory.GetDirectories(Path.Combine(_folder.FullName, "digits")).Length);
    }

    [Fact]
    public void Folder_without_classes_is_told_in_one_line()
    {
        (int exitCode, string output) = SampleProgram.Run("SpikeML.Images", "--output", _folder.FullName, "--images",
            _folder.FullName);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"error: {_folder.FullName} must have folders with .png files", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
