using System.CommandLine;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML;
using SpikeML.ModelBuilder;
using SpikeML.Plot;

const string ModelFile = "DigitModel.mlnet", TestFile = "digits-test.csv";

Option<DirectoryInfo> output = new("--output")
{
    Description = "Folder for the data, the model and the picture.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("output", "model-builder")),
    Recursive = true,
};
Command predict = new("predict", "Predicts with the model from an earlier run.");
predict.SetAction(arguments => InFolder(arguments.GetValue(output)!, Predict));
RootCommand command = new("A Model Builder project with a spike encoder.") { output, predict };
command.SetAction(arguments => InFolder(arguments.GetValue(output)!, TrainAndPredict));
return command.Parse(args).Invoke();

// Model Builder's code looks for its files in the current directory.
static int InFolder(DirectoryInfo folder, Func<int> action)
{
    Directory.CreateDirectory(folder.FullName);
    Environment.CurrentDirectory = folder.FullName;
    return action();
}

static int TrainAndPredict()
{
    Console.WriteLine("A Model Builder project with a spike encoder: the generated pipeline, without spikes and with them.");
    DigitCsv.Write(DigitModel.RetrainFilePath, count: 4000, seed: 0);
    DigitCsv.Write(TestFile, count: 1000, seed: 1);
    MLContext mlContext = new(seed: 0);
    IDataView train = Load(mlContext, DigitModel.RetrainFilePath), test = Load(mlContext, TestFile);

    ITransformer generated = DigitModel.RetrainPipeline(mlContext, train);
    Report("As generated", generated);
    IEnumerable<string> best = DigitModel.CalculatePFI(mlContext, test, generated, "Label").Take(5).Select(feature =>
        $"{feature.Item1} ({feature.Item2:F3})");
    Console.WriteLine($"  features that matter most: {string.Join(", ", best)}");

    DigitModel.TrainWithSpikes(ModelFile);
    Report("With spikes", mlContext.Model.Load(ModelFile, out _));
    Console.WriteLine($"Saved as {Path.GetFullPath(ModelFile)}");
    Draw(mlContext, test);
    return Predict();

    void Report(string name, ITransformer model)
    {
        MulticlassClassificationMetrics metrics = mlContext.MulticlassClassification.Evaluate(model.Transform(test));
        Console.WriteLine($"{name}: {metrics.MicroAccuracy:P1} of the held-out digits are right");
    }
}

static int Predict()
{
    if (!File.Exists(ModelFile) || !File.Exists(TestFile))
    {
        Console.Error.WriteLine(
            $"error: there is no {ModelFile} in {Environment.CurrentDirectory}: run without 'predict' first.");
        return 1;
    }
    MLContext mlContext = new();
    IDataView digits = mlContext.Data.TakeRows(Load(mlContext, TestFile), 5);
    foreach (DigitModel.ModelInput digit in mlContext.Data.CreateEnumerable<DigitModel.ModelInput>(digits, reuseRowObject: false))
    {
        IEnumerable<string> best = DigitModel.PredictAllLabels(digit).Take(2).Select(label => $"{label.Key} ({label.Value:P0})");
        Console.WriteLine(
            $"A {digit.Label} was read as {DigitModel.Predict(digit).PredictedLabel}: {string.Join(", then ", best)}");
    }
    Console.WriteLine("Try next: your own Model Builder project, with DigitModel.spikes.cs beside the generated files.");
    return 0;
}

static void Draw(MLContext mlContext, IDataView digits)
{
    IDataView first = mlContext.Data.TakeRows(digits, 1);
    string[] pixels = [.. digits.Schema.Select(column => column.Name).Where(name => name != "Label")];
    IDataView spikes = mlContext.Transforms.Concatenate("Pixels", pixels)
        .Append(mlContext.Transforms.Spikes.EncodeLatency("Spikes", "Pixels", DigitModel.SpikeCode)).Fit(first).Transform(first);
    SpikeTrain train = spikes.GetSpikeTrains("Spikes").First();
    // Where the reader's system is dark, the picture is too.
    File.WriteAllText("spikes.svg", Figure(FigureTheme.Light).ToSvg(Figure(FigureTheme.Dark)));
    Console.WriteLine($"The spikes of the first held-out digit: {Path.GetFullPath("spikes.svg")}");

    Figure Figure(FigureTheme theme) => SpikePlot.Raster(train, new()
    {
        Title = "A digit of 7 x 7 pixels: bright pixels fire early",
        Width = 480,
        Height = 300,
        Theme = theme,
    });
}

static IDataView Load(MLContext mlContext, string path) => DigitModel.LoadIDataViewFromFile(
    mlContext, path, DigitModel.RetrainSeparatorChar, DigitModel.RetrainHasHeader, DigitModel.RetrainAllowQuoting);
