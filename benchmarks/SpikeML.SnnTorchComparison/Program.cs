using System.Globalization;
using Microsoft.ML;
using SpikeML.SnnTorchComparison;
using SpikeML.Torch;

// One side of the comparison with snnTorch (docs/torchsharp.md); compare.sh runs both.
const string Usage = "Usage: SpikeML.SnnTorchComparison export DIR | weights DIR SEED | train EPOCHS SEED THREADS count|membrane";
MLContext mlContext = new(seed: 1);
IDataView train = mlContext.Data.LoadSampleDigits(2000, seed: 1), test = mlContext.Data.LoadSampleDigits(4000, seed: 2);
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
        TorchSharp.torch.set_num_threads(Number(threads));
        Console.WriteLine(Comparison.Run(mlContext, train, test, Comparison.Options with
        {
            Epochs = Number(epochs),
            Seed = Number(seed),
            Loss = args[4] == "count" ? SpikingLoss.CountCrossEntropy : SpikingLoss.MembraneCrossEntropy,
        }));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
