using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.WebApi;

/// <summary>Trains a model on generated digits if none is given.</summary>
internal static class SampleModel
{
    public static void Train(string path)
    {
        MLContext context = new(seed: 0);
        IDataView digits = CenteredDigits(context, 4000);
        ITransformer model = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 20, Seed = 0 })
            .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Label", "Spikes",
                optimizationTolerance: 1e-3f))
            .Fit(digits);
        context.Model.SaveAtomically(model, digits.Schema, path);
    }

    // Prepared as the digits of requests are, and as MNIST's.
    private static IDataView CenteredDigits(MLContext context, int count)
    {
        IDataView digits = context.Data.LoadSampleDigits(count);
        IEnumerable<LabeledDigit> centered = digits.GetColumn<uint>("Label").Zip(digits.GetColumn<float[]>("Features"),
            (key, features) => new LabeledDigit { Label = key - 1, Features = DigitImage.Center(features) });
        return context.Data.LoadFromEnumerable(centered.ToArray());
    }

    private sealed class LabeledDigit
    {
        // A class's keys start at 0, a column's at 1.
        [KeyType(10)]
        public uint Label { get; set; }

        [VectorType(28, 28)]
        public float[] Features { get; set; } = [];
    }
}
