using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.SnnTorchComparison;
using SpikeML.Torch;

// One side of the comparison with snnTorch (docs/torchsharp.md); compare.sh runs both.
// Usage: SpikeML.SnnTorchComparison export DIR | train EPOCHS SEED THREADS
MLContext mlContext = new(seed: 1);
IDataView train = mlContext.Data.LoadSampleDigits(2000, seed: 1), test = mlContext.Data.LoadSampleDigits(1000, seed: 2);
if (args is ["export", string folder])
{
    DigitFile.Write(train, Path.Combine(folder, "train.bin"));
    DigitFile.Write(test, Path.Combine(folder, "test.bin"));
    return;
}
List<double> cpuSeconds = [];
TimeSpan cpu = Environment.CpuUsage.TotalTime;
TorchSharp.torch.set_num_threads(int.Parse(args[3]));
SpikingNetworkOptions options = new()
{
    Layers = [SpikingLayer.Dense(1000)],
    Beta = 0.95,
    Surrogate = Surrogate.FastSigmoid(25),
    Loss = SpikingLoss.CountCrossEntropy,
    LearningRate = 5e-4,
    LearningRateDecay = 1,
    BatchSize = 128,
    Epochs = int.Parse(args[1]),
    Seed = int.Parse(args[2]),
    EpochFinished = _ =>
    {
        cpuSeconds.Add((Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        cpu = Environment.CpuUsage.TotalTime;
    },
};
var pipeline = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 25 })
    .Append(mlContext.MulticlassClassification.Trainers.SpikingNetwork(options: options));
TransformerChain<SpikingNetworkTransformer> model = pipeline.Fit(train);
double accuracy = mlContext.MulticlassClassification.Evaluate(model.Transform(test)).MicroAccuracy;
List<double> seconds = [.. model.LastTransformer.History.Select(epoch => epoch.Duration.TotalSeconds)];
Console.WriteLine(FormattableString.Invariant(
    $"SpikeML  accuracy {accuracy:F3}  seconds per epoch: median {Median(seconds):F2}, least {seconds.Min():F2}; of a processor: median {Median(cpuSeconds):F2}"));

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
