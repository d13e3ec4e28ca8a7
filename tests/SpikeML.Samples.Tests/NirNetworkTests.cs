using System.Globalization;
using System.Text.RegularExpressions;

namespace SpikeML.Samples.Tests;

/// <summary>samples/SpikeML.NirNetwork, run as a user runs it.</summary>
public sealed class NirNetworkTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-events-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_network_tells_the_angle_of_each_recording()
    {
        (int exitCode, string output) = SampleProgram.Run("SpikeML.NirNetwork", "--output", _folder.FullName);

        Assert.True(exitCode == 0, output);
        MatchCollection rows = Regex.Matches(output,
            @"bar-(\d+): class (\d), scores .*; (\d+) input spikes, (\d+) of bars, (\d+) of edge_neurons");
        Assert.Equal([(0, 0), (45, 1), (90, 2), (135, 3)], rows.Select(row => (Number(row, 1), Number(row, 2))));
        Assert.All(rows, row => Assert.InRange(Number(row, 4), 5, Number(row, 5)));
        Assert.Equal(4, Regex.Matches(output, @"scores (.*);").Select(row => row.Groups[1].Value).Distinct().Count());
        Assert.All(rows, row => Assert.InRange(Number(row, 3), 1000, 3000));
        Assert.Equal("GIF89a"u8, File.ReadAllBytes(Path.Combine(_folder.FullName, "frames.gif")).AsSpan(0, 6));
    }

    [Fact]
    public void A_recording_of_ones_own_is_classified()
    {
        SampleProgram.Run("SpikeML.NirNetwork", "--output", _folder.FullName);
        (int exitCode, string output) = SampleProgram.Run("SpikeML.NirNetwork", "--output", _folder.FullName, "--recording",
            Path.Combine(_folder.FullName, "bar-90.bin"));

        Assert.True(exitCode == 0, output);
        Assert.Contains("bar-90: class 2,", output, StringComparison.Ordinal);
        Assert.DoesNotContain("bar-0:", output, StringComparison.Ordinal);
    }

    private static int Number(Match row, int group) => int.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);
}
