using System.CommandLine;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using SkiaSharp;
using SpikeML.Images;
using SpikeML.Plot;

Option<DirectoryInfo?> images = new("--images")
{
    Description = "Folder with one folder of PNG images per class; by default, generated digits.",
};
Option<DirectoryInfo> output = new("--output")
{
    Description = "Folder for the model and the pictures.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("output", "images")),
};
RootCommand command = new("Encodes a folder of images as spikes and trains a classifier on them.") { images, output };
command.SetAction(arguments => Run(arguments.GetValue(images), arguments.GetValue(output)!.FullName));
return command.Parse(args).Invoke();

static int Run(DirectoryInfo? images, string output)
{
    string folder = images?.FullName ?? Path.Combine(output, "digits");
    if (images is null)
        DigitImages.Write(folder, count: 2000, seed: 0);
    ImageFile[] files = Directory.Exists(folder) ? ImageFile.InFolder(folder) : [];
    if (files.Select(file => file.Label).Distinct().Count() < 2)
    {
        Console.Error.WriteLine(
            $"error: {folder} must have folders with .png files, one folder for each of at least two classes.");
        return 1;
    }
    Console.WriteLine("From a folder of images to a classifier: ML.NET's image transforms, a rate code, a linear trainer.");
    Directory.CreateDirectory(output);
    MLContext mlContext = new(seed: 0);
    IDataView data = mlContext.Data.LoadFromEnumerable(files);
    DataOperationsCatalog.TrainTestData split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2, seed: 0);
    Console.WriteLine($"{files.Length:N0} images of {files.Select(file => file.Label).Distinct().Count()} classes in {folder}");

    string modelFile = Path.Combine(output, "images.mlnet");
    mlContext.Model.SaveAtomically(Pipeline(mlContext, folder).Fit(split.TrainSet), split.TrainSet.Schema, modelFile);
    IDataView predicted = new MLContext().Model.Load(modelFile, out _).Transform(split.TestSet);
    Console.WriteLine($"Spikes: {predicted.Schema["Spikes"].Type}");
    MulticlassClassificationMetrics metrics = mlContext.MulticlassClassification.Evaluate(predicted);
    Console.WriteLine($"{metrics.MicroAccuracy:P1} of the held-out images are right");
    Show(mlContext, predicted, folder, output);
    return 0;
}

static IEstimator<ITransformer> Pipeline(MLContext mlContext, string folder) =>
    mlContext.Transforms.Conversion.MapValueToKey("Label")
        .Append(mlContext.Transforms.LoadImages("Image", folder, "ImagePath"))
        .Append(mlContext.Transforms.ResizeImages("Image", imageWidth: 28, imageHeight: 28))
        .Append(mlContext.Transforms.ConvertToGrayscale("Image"))
        // In grey, all channels are equal, so one is enough. The encoder expects values in [0, 1].
        .Append(mlContext.Transforms.ExtractPixels("Features", "Image", ImagePixelExtractingEstimator.ColorBits.Red,
            scaleImage: 1 / 255f))
        .Append(mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 20 }))
        // Stopped early: more iterations would overfit to the draws of the rate code.
        .Append(mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Label", "Spikes", optimizationTolerance: 1e-2f))
        .Append(mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

static void Show(MLContext mlContext, IDataView predicted, string folder, string output)
{
    IDataView first = mlContext.Data.TakeRows(predicted, 1);
    string path = first.GetColumn<string>("ImagePath").Single(), label = first.GetColumn<string>("PredictedLabel").Single();
    Console.WriteLine($"{Path.Combine(folder, path)} was read as {label}");
    first.SaveRaster("Spikes", row: 0, Path.Combine(output, "raster.png"), new() { Title = $"{path}, read as {label}" });
    first.SaveAnimation("Spikes", row: 0, Path.Combine(output, "spikes.gif"));
    Console.WriteLine($"Its spikes: {Path.Combine(output, "raster.png")} and spikes.gif");
    IEnumerable<Version?> versions = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName())
        .Where(name => name.Name == "SkiaSharp").Select(name => name.Version);
    Console.WriteLine($"ML.NET's images and SpikeML.Plot used SkiaSharp {string.Join(" and ", versions)}, "
        + $"native {SkiaSharpVersion.Native}");
    Console.WriteLine("Try next: --images FOLDER with your own images, or EncodeLatency in place of EncodeRate.");
}
