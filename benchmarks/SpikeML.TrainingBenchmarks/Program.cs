using System.Globalization;
using SpikeML.Torch;
using SpikeML.TrainingBenchmarks;

// How well the trainers learn, from many seeds on small tasks and on digits, and the memory they take (docs/torchsharp.md).
const string Usage = """
    Usage: SpikeML.TrainingBenchmarks seeds TASKS CODES FIRST LAST [OPTION...]
           SpikeML.TrainingBenchmarks digits SEED EPOCHS [OPTION...]
           SpikeML.TrainingBenchmarks mnist DIR SEED EPOCHS [OPTION...]
           SpikeML.TrainingBenchmarks memory ROWS EPOCHS [OPTION...]
    TASKS, CODES: names with commas between them, or all. OPTION: earlier (spike counts, uniform first weights and a learning
    rate of 1e-3, as in snnTorch's examples), uniform (the uniform first weights alone), convolutional, deep, batch4, learned.
    """;
TorchSharp.torch.set_num_threads(1);
switch (args)
{
    case ["seeds", string tasks, string codes, string first, string last, ..]:
        Seeds.Run(tasks, codes, Number(first), Number(last), Options(args[5..]));
        return 0;
    case ["digits", string seed, string epochs, ..]:
        DigitAccuracy.Run(null, Options(args[3..]) with { Seed = Number(seed), Epochs = Number(epochs) });
        return 0;
    case ["mnist", string folder, string seed, string epochs, ..]:
        DigitAccuracy.Run(folder, Options(args[4..]) with { Seed = Number(seed), Epochs = Number(epochs) });
        return 0;
    case ["memory", string rows, string epochs, ..]:
        MemoryUse.Run(Number(rows), Options(args[3..]) with { Epochs = Number(epochs) });
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static SpikingNetworkOptions Options(string[] names)
{
    SpikingNetworkOptions options = names.Contains("convolutional") ? SpikingNetworkOptions.Convolutional : new();
    foreach (string name in names)
        options = name switch
        {
            "convolutional" => options,
            "earlier" => options with
            {
                FirstWeights = SpikingFirstWeights.Uniform,
                Loss = SpikingLoss.CountCrossEntropy,
                LearningRate = 1e-3,
            },
            "uniform" => options with { FirstWeights = SpikingFirstWeights.Uniform },
            "deep" => options with { Layers = [.. Enumerable.Repeat(SpikingLayer.Dense(64), 4)] },
            "batch4" => options with { BatchSize = 4 },
            "learned" => options with { LearnBeta = true, LearnThreshold = true },
            _ => throw new ArgumentException($"There is no option '{name}'."),
        };
    return options;
}
