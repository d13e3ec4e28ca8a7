using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML;
using SpikeML.SpikingMnist;
using SpikeML.Torch;

// Trains a spiking network on digits, in one ML.NET pipeline.
// Usage: SpikeML.SpikingMnist [--mnist DIR] [--convolutional] [--epochs N] [--model FILE]
if (!SampleArguments.TryParse(args, out SampleArguments? arguments, out string? error))
{
    Console.Error.WriteLine(error);
    Console.Error.WriteLine("Usage: SpikeML.SpikingMnist [--mnist DIR] [--convolutional] [--epochs N] [--model FILE]");
    return 1;
}
MLContext mlContext = new(seed: 1);
(IDataView train, IDataView test) = arguments.MnistDirectory is string directory
    ? (mlContext.Data.LoadMnist(directory, MnistSplit.Train), mlContext.Data.LoadMnist(directory, MnistSplit.Test))
    : (mlContext.Data.LoadSampleDigits(count: 6000, seed: 1), mlContext.Data.LoadSampleDigits(count: 1000, seed: 2));

SpikingNetworkOptions options = (arguments.Convolutional ? SpikingNetworkOptions.Convolutional : new()) with
{
    EpochFinished = epoch => Console.WriteLine($"Epoch {epoch.Epoch,2}: loss {epoch.Loss:F4}, accuracy {epoch.Accuracy:P1}, {epoch.Duration.TotalSeconds:F1} s"),
};
if (arguments.Epochs is int epochs)
    options = options with { Epochs = epochs };
var pipeline = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 25 })
    .Append(mlContext.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", options));

Console.WriteLine($"Training on {train.GetRowCount()} digits, held out: {test.GetRowCount()}.");
TransformerChain<SpikingNetworkTransformer> model = pipeline.Fit(train);
MulticlassClassificationMetrics metrics = mlContext.MulticlassClassification.Evaluate(model.Transform(test));
Console.WriteLine($"Accuracy on the held-out digits: {metrics.MicroAccuracy:P1}");
Console.WriteLine(metrics.ConfusionMatrix.GetFormattedConfusionTable());
if (arguments.ModelFile is string file)
{
    mlContext.Model.Save(model, train.Schema, file);
    Console.WriteLine($"Saved as {file}.");
}
return 0;
