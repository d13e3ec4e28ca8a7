using System.Text.RegularExpressions;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Samples.Tests;

/// <summary>samples/SpikeML.SpikingMnist, run as a user runs it, on few digits and for few epochs.</summary>
public sealed class SpikingMnistTests : IDisposable
{
    private static readonly string[] Pictures = ["training.svg", "confusion.svg", "input.gif", "hidden-1.svg", "counts.gif",
        "traces.svg"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-spiking-mnist-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void SpikingMnist_trains_draws_its_pictures_and_saves_a_model_that_loads_here()
    {
        string modelPath = Path.Combine(_folder.FullName, "digits.zip");
        string output = Run("--digits", "300", "--epochs", "2", "--model", modelPath);

        Assert.Contains("Training on 300 digits; 50 are held out.", output, StringComparison.Ordinal);
        Assert.Matches(@"Epoch  1 of 2: loss .*, validation accuracy .*, [0-9.]+ s, [1-9][0-9]* s left", output);
        Assert.Matches("Epoch  2 of 2: loss .*, 0 s left", output);
        Assert.Contains("the same, bit by bit", output, StringComparison.Ordinal);
        CheckGallery(Pictures);
        CheckModel(modelPath, output);
    }

    [Fact]
    public void SpikingMnist_reads_MNIST_files_and_trains_convolutions_on_them()
    {
        string mnist = Path.Combine(_folder.FullName, "mnist");
        Directory.CreateDirectory(mnist);
        MnistFiles.Write(mnist, "train", new MLContext().Data.LoadSampleDigits(60, seed: 3));
        MnistFiles.Write(mnist, "t10k", new MLContext().Data.LoadSampleDigits(20, seed: 4));

        string output = Run("--mnist", mnist, "--convolutional", "--epochs", "1");

        Assert.Contains("Training on 60 digits; 20 are held out.", output, StringComparison.Ordinal);
        Assert.Contains("[16, 14, 14], 25 steps", output, StringComparison.Ordinal);
        CheckGallery(["training.svg", "confusion.svg", "input.gif", "hidden-1.svg", "hidden-2.svg", "hidden-3.svg", "counts.gif",
            "traces.svg"]);
    }

    [Theory]
    [InlineData("--epochs must be at least 1, not 0", "--epochs", "0")]
    [InlineData("--digits must be at least 60, not -5", "--digits", "-5")]
    [InlineData("'many'", "--epochs", "many")]
    [InlineData("'--epoch'", "--epoch", "1")]
    [InlineData("nowhere", "--mnist", "nowhere")]
    public void SpikingMnist_says_in_words_what_is_wrong_with_its_arguments(string message, params string[] arguments)
    {
        (int exitCode, string output) = SampleProgram.Run("SpikeML.SpikingMnist", ["--output", _folder.FullName, .. arguments]);

        Assert.Equal(1, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private string Run(params string[] arguments)
    {
        (int exitCode, string output) = SampleProgram.Run("SpikeML.SpikingMnist", ["--output", _folder.FullName, .. arguments]);
        Assert.True(exitCode == 0, output);
        return output;
    }

    private void CheckGallery(string[] names)
    {
        string page = File.ReadAllText(Path.Combine(_folder.FullName, "index.html"));
        string[] pictures = [.. Regex.Matches(page, "<img src=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(names.Select((name, i) => $"{i + 1:00}-{name}"), pictures);
        Assert.All(pictures, picture => PictureCheck.IsDrawn(Path.Combine(_folder.FullName,
            picture.Replace(".svg", ".png", StringComparison.Ordinal))));
        // White pictures would glare in the dark.
        Assert.All(Directory.GetFiles(_folder.FullName, "*.svg"), file =>
            Assert.Contains("prefers-color-scheme: dark", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.DoesNotContain(".png\" width", page, StringComparison.Ordinal);
    }

    /// <summary>The model gives here, in another process, the accuracy that the sample told.</summary>
    private static void CheckModel(string path, string output)
    {
        MLContext context = new();
        ITransformer model = context.Model.Load(path, out _);
        MulticlassClassificationMetrics metrics = context.MulticlassClassification.Evaluate(
            model.Transform(context.Data.LoadSampleDigits(50, seed: 2)));
        Assert.Contains($"Accuracy on the held-out digits: {metrics.MicroAccuracy:P1} ", output, StringComparison.Ordinal);
    }
}
