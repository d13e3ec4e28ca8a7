using System.Globalization;
using Microsoft.ML;
using SpikeML;
using SpikeML.SnnTorchComparison;
using SpikeML.Torch;
using TorchSharp;

// The comparison with snnTorch (docs/torchsharp.md); compare.sh runs all sides. 'train' is SpikeML's side, 'loop' that of
// snnTorch's operations without Python. The environment sets DEVICE (Cpu or Cuda; 'loop' runs on the CPU only), BATCH (rows per
// batch) and MNIST_DIR (a folder with MNIST's four files, instead of generated digits).
const string Usage = """
    Usage: SpikeML.SnnTorchComparison export DIR
           SpikeML.SnnTorchComparison weights DIR SEED
           SpikeML.SnnTorchComparison train|loop EPOCHS SEED THREADS count|membrane
           SpikeML.SnnTorchComparison summary FILE
    """;
MLContext mlContext = new(seed: 1);
switch (args)
{
    case ["export", string folder]:
        (IDataView train, IDataView test) = Load();
        Digits.Read(train).Write(Path.Combine(folder, "train.bin"));
        Digits.Read(test).Write(Path.Combine(folder, "test.bin"));
        return 0;
    case ["weights", string folder, string seed]:
        FirstWeights.Write(Weights(Number(seed)), Path.Combine(folder, $"weights{seed}.bin"));
        return 0;
    case ["train", string epochs, string seed, string threads, "count" or "membrane"]:
        (train, test) = Load();
        Console.WriteLine(Comparison.Run(mlContext, train, test, Number(threads), Comparison.Options with
        {
            Epochs = Number(epochs),
            Seed = Number(seed),
            BatchSize = BatchSize(),
            Device = Device(),
            Loss = args[4] == "count" ? SpikingLoss.CountCrossEntropy : SpikingLoss.MembraneCrossEntropy,
        }));
        return 0;
    case ["loop", string epochs, string seed, string threads, "count" or "membrane"]:
        if (Device() != TrainingDevice.Cpu)
        {
            Console.Error.WriteLine($"'loop' runs on the CPU only, and DEVICE is {Device()}: on a GPU, Python's Adam works on "
                + "all parameters at once. Unset DEVICE, or compare with compare.py.");
            return 1;
        }
        (train, test) = Load();
        Console.WriteLine(SnnTorchLoop.Run(Digits.Read(train), Digits.Read(test), Weights(Number(seed)),
            new(Number(epochs), Number(seed), Number(threads), BatchSize(), CountsSpikes: args[4] == "count")));
        return 0;
    case ["summary", string file]:
        Summary.Write(File.ReadLines(file), Console.Out);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 1;
}

(IDataView Train, IDataView Test) Load() => Environment.GetEnvironmentVariable("MNIST_DIR") is { Length: > 0 } mnist
    ? (mlContext.Data.LoadMnist(mnist, MnistSplit.Train), mlContext.Data.LoadMnist(mnist, MnistSplit.Test))
    : (mlContext.Data.LoadSampleDigits(2000, seed: 1), mlContext.Data.LoadSampleDigits(4000, seed: 2));

static IReadOnlyList<torch.Tensor> Weights(int seed) => FirstWeights.Draw(Comparison.Options, seed, [28, 28], 10);

static int BatchSize() => Number(Environment.GetEnvironmentVariable("BATCH") ?? $"{Comparison.Options.BatchSize}");

static TrainingDevice Device() =>
    Enum.Parse<TrainingDevice>(Environment.GetEnvironmentVariable("DEVICE") ?? "Cpu", ignoreCase: true);

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
