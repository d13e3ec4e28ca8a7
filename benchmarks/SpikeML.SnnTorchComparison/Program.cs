using System.Globalization;
using Microsoft.ML;
using SpikeML;
using SpikeML.SnnTorchComparison;
using SpikeML.Torch;

// One side of the comparison with snnTorch (docs/torchsharp.md); compare.sh runs both. The environment sets DEVICE (Cpu or Cuda),
// BATCH (rows per batch) and MNIST_DIR (a folder with MNIST's four files, instead of generated digits).
const string Usage = "Usage: SpikeML.SnnTorchComparison export DIR | weights DIR SEED | train EPOCHS SEED THREADS count|membrane";
MLContext mlContext = new(seed: 1);
(IDataView train, IDataView test) = Environment.GetEnvironmentVariable("MNIST_DIR") is { Length: > 0 } mnist
    ? (mlContext.Data.LoadMnist(mnist, MnistSplit.Train), mlContext.Data.LoadMnist(mnist, MnistSplit.Test))
    : (mlContext.Data.LoadSampleDigits(2000, seed: 1), mlContext.Data.LoadSampleDigits(4000, seed: 2));
switch (args)
{
    case ["export", string folder]:
        DigitFile.Write(train, Path.Combine(folder, "train.bin"));
        DigitFile.Write(test, Path.Combine(folder, "test.bin"));
        return 0;
    case ["weights", string folder, string seed]:
        FirstWeights.Write(Comparison.Options, Number(seed), [28, 28], 10, Path.Combine(folder, $"weights{seed}.bin"));
        return 0;
    case ["train", string epochs, string seed, string threads, "count" or "membrane"]:
        Console.WriteLine(Comparison.Run(mlContext, train, test, Number(threads), Comparison.Options with
        {
            Epochs = Number(epochs),
            Seed = Number(seed),
            BatchSize = Number(Environment.GetEnvironmentVariable("BATCH") ?? $"{Comparison.Options.BatchSize}"),
            Device = Enum.Parse<TrainingDevice>(Environment.GetEnvironmentVariable("DEVICE") ?? "Cpu", ignoreCase: true),
            Loss = args[4] == "count" ? SpikingLoss.CountCrossEntropy : SpikingLoss.MembraneCrossEntropy,
        }));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
