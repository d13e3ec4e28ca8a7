using System.Text.RegularExpressions;

namespace SpikeML.Samples.Tests;

/// <summary>samples/SpikeML.ModelBuilder: a training run, then a run that only predicts.</summary>
public sealed class ModelBuilderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-model-builder-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Model_with_spikes_is_consumed_by_the_generated_code_in_the_same_run_and_in_another()
    {
        (int exitCode, string trained) = SampleProgram.Run("SpikeML.ModelBuilder", "--output", _folder.FullName);
        Assert.True(exitCode == 0, trained);
        Assert.InRange(Percent(trained, "As generated"), 80, 100);
        Assert.InRange(Percent(trained, "With spikes"), 80, 100);
        Assert.Matches(@"features that matter most: P\d+ \(", trained);

        (exitCode, string predicted) = SampleProgram.Run("SpikeML.ModelBuilder", "predict", "--output", _folder.FullName);
        Assert.True(exitCode == 0, predicted);
        Assert.Equal(5, Regex.Count(predicted, @"A \d was read as \d: "));
        Assert.EndsWith(predicted, trained, StringComparison.Ordinal);
    }

    [Fact]
    public void Prediction_says_what_to_do_when_nothing_was_trained()
    {
        (int exitCode, string output) = SampleProgram.Run("SpikeML.ModelBuilder", "predict", "--output", _folder.FullName);

        Assert.Equal(1, exitCode);
        Assert.Contains(_folder.FullName, output, StringComparison.Ordinal);
        Assert.Contains("run without 'predict' first", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_files_know_nothing_of_spikes()
    {
        string sample = SampleProgram.SourceFolder("SpikeML.ModelBuilder");
        foreach (string file in new[] { "DigitModel.training.cs", "DigitModel.consumption.cs", "DigitModel.evaluate.cs" })
            Assert.Equal("namespace SpikeML.ModelBuilder", Assert.Single(File.ReadLines(Path.Combine(sample, file)), line =>
                line.Contains("Spike", StringComparison.Ordinal)));
    }

    private static double Percent(string output, string name) =>
        double.Parse(Regex.Match(output, $@"{name}: ([\d.]+) %").Groups[1].Value,
            System.Globalization.CultureInfo.InvariantCulture);
}
