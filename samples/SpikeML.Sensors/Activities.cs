using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Sensors;

/// <summary>Classifies activities from the spikes of two seconds, for wearers that are not in the training data.</summary>
internal static class Activities
{
    public static void Show(MLContext context, IDataView train, IDataView test, string modelFile)
    {
        Console.WriteLine(
            $"\nActivities of {test.GetColumn<string>("Sensor").Distinct().Count()} wearers outside the training data, from:");
        Evaluate("the readings themselves", context.Transforms.CopyColumns("Features", "Signal"));
        Evaluate("mean and deviation", new WindowStatistics(context).Estimator);
        Evaluate("spikes, one fitted threshold", SpikeCounts.OfFittedThreshold(context));
        ITransformer model = Evaluate("spikes, four thresholds", SpikeCounts.OfFourThresholds(context));
        Evaluate("these and mean and deviation", SpikeCounts.OfFourThresholds(context)
            .Append(context.Transforms.CopyColumns("Counts", "Features"))
            .Append(new WindowStatistics(context).Estimator)
                .Append(context.Transforms.Concatenate("Features", "Features", "Counts")));
        context.Model.SaveAtomically(model, train.Schema, modelFile);
        Predict(modelFile, context.Data.CreateEnumerable<Window>(test, reuseRowObject: false).DistinctBy(window =>
            window.Activity));

        ITransformer Evaluate(string name, IEstimator<ITransformer> features)
        {
            ITransformer model = context.Transforms.Conversion.MapValueToKey("Label", "Activity").Append(features)
                .AppendCacheCheckpoint(context)
                .Append(context.Transforms.NormalizeMeanVariance("Features"))
                .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
                .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel")).Fit(train);
            MulticlassClassificationMetrics metrics = context.MulticlassClassification.Evaluate(model.Transform(test));
            Console.WriteLine($"  {name,-28} {metrics.MicroAccuracy:P1} of the windows are right");
            return model;
        }
    }

    private static void Predict(string modelFile, IEnumerable<Window> windows)
    {
        MLContext context = new();
        ITransformer model = context.Model.Load(modelFile, out _);
        using PredictionEngine<Window, Prediction> engine = context.Model.CreatePredictionEngine<Window, Prediction>(model);
        Console.WriteLine($"Predictions of {modelFile} for the first window of each activity, one by one:");
        foreach (Window window in windows)
            Console.WriteLine($"  {window.Activity,-8} {engine.Predict(window).PredictedLabel}");
    }

    private sealed class Prediction
    {
        public string PredictedLabel { get; set; } = "";
    }
}
