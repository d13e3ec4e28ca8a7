using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;

namespace SpikeML.TrainingBenchmarks;

/// <summary>The accuracy on digits, generated or MNIST's, of a network trained in 25 steps of fresh rate coding.</summary>
internal static class DigitAccuracy
{
    /// <param name="folder">MNIST's folder, of whose test set 8,000 are trained on and 2,000 held out; null: 6,000 and 1,000
    /// generated digits.</param>
    /// <param name="options">The trainer's options.</param>
    public static void Run(string? folder, SpikingNetworkOptions options)
    {
        MLContext context = new(seed: 0);
        IDataView digits = folder is null ? context.Data.LoadSampleDigits(7000)
            : context.Data.LoadMnist(folder, MnistSplit.Test);
        int count = folder is null ? 6000 : 8000;
        IDataView train = context.Data.TakeRows(digits, count), test = context.Data.SkipRows(digits, count);
        var pipeline = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 25 })
            .Append(context.MulticlassClassification.Trainers.SpikingNetwork(options: options, epochFinished: Tell));
        TransformerChain<SpikingNetworkTransformer> model = pipeline.Fit(train);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"held out: {context.MulticlassClassification.Evaluate(model.Transform(test)).MicroAccuracy:P2}"));
    }

    private static void Tell(SpikingEpoch epoch) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"epoch {epoch.Epoch}: loss {epoch.Loss:F4}, accuracy {epoch.Accuracy:P2}, {epoch.Duration.TotalSeconds:F1} s"));
}
