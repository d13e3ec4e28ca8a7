using System.Globalization;
using System.Text.RegularExpressions;

namespace SpikeML.Samples.Tests;

/// <summary>samples/SpikeML.Sensors, run as a user runs it.</summary>
public sealed class SensorsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-sensors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Spikes_tell_activities_of_unseen_wearers_about_as_well_as_statistics_and_better_with_them()
    {
        (int exitCode, string output) = SampleProgram.Run("SpikeML.Sensors", "--output", _folder.FullName);

        Assert.True(exitCode == 0, output);
        double statistics = Number(output, "  mean and deviation"), spikes = Number(output, "spikes, four thresholds");
        Assert.InRange(spikes, statistics - 3, 100);
        Assert.InRange(spikes, Number(output, "spikes, one fitted threshold"), 100);
        Assert.InRange(Number(output, "these and mean and deviation"), Math.Max(statistics, spikes), 100);
        // Rest makes next to no spikes, running most.
        Assert.InRange(Number(output, "  still"), 0, 1);
        Assert.InRange(Number(output, "  run"), Number(output, "  walk"), 75);
        Assert.Equal(5, Regex.Count(output.Split("one by one:")[1], @"^  \w+ +(still|cycle|walk|stairs|run)\r?$",
            RegexOptions.Multiline));
        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(_folder.FullName, "spikes.svg")), StringComparison.Ordinal);
    }

    private static double Number(string output, string name) =>
        double.Parse(Regex.Match(output, $@"{name} +([\d.]+)").Groups[1].Value, CultureInfo.InvariantCulture);
}
