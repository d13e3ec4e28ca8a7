using Microsoft.ML;

namespace SpikeML.WebApi;

/// <summary>Trains a model on generated digits if none is given.</summary>
internal static class SampleModel
{
    public static void Train(string path)
    {
        MLContext context = new(seed: 0);
        IDataView digits = context.Data.LoadSampleDigits(2000);
        ITransformer model = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 20 })
            .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Label", "Spikes",
                optimizationTolerance: 1e-3f))
            .Fit(digits);
        context.Model.SaveAtomically(model, digits.Schema, path);
    }
}
