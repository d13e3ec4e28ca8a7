using System.CommandLine;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.ModelBuilder;

const string ModelFile = "DigitModel.mlnet", TestFile = "digits-test.csv";

Option<DirectoryInfo> output = new("--output")
{
    Description = "Folder for the data and the model.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("output", "model-builder")),
    Recursive = true,
};
Command predict = new("predict", "Predicts with the model that an earlier run saved.");
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
        Console.WriteLine($"A {digit.Label} was read as {DigitModel.Predict(digit).PredictedLabel}: {string.Join(", then ", best)}");
    }
    return 0;
}

static IDataView Load(MLContext mlContext, string path) => DigitModel.LoadIDataViewFromFile(
    mlContext, path, DigitModel.RetrainSeparatorChar, DigitModel.RetrainHasHeader, DigitModel.RetrainAllowQuoting);
