using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using SpikeML.Samples.Gallery;

namespace SpikeML.Tutorial.Sections;

/// <summary>Section 4: what ML.NET users do with spikes: train on them, save the model, load it elsewhere, predict.</summary>
internal static class Classification
{
    public static void Show(Report report, Digits digits)
    {
        report.Section("4. A pipeline on spikes");
        report.Explain("An encoder is an ML.NET estimator, so it joins a pipeline like any other. Here twenty steps of "
            + "rate-coded spikes feed a plain logistic regression. A linear trainer is expected to do slightly worse on spikes "
            + "than on pixels; the point is that training, saving, loading and predicting need nothing special.");
        MLContext context = digits.Context;
        IEstimator<ITransformer> pipeline = context.Transforms.Spikes
            .EncodeRate("Spikes", "Features", new() { NumSteps = 20 })
            .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
            {
                FeatureColumnName = "Spikes",
                HistorySize = 5,
                MaximumNumberOfIterations = 40,
            }))
            .Append(context.Transforms.Conversion.MapKeyToValue("Digit", "PredictedLabel"));
        IDataView train = context.Data.TakeRows(digits.Train, 3000);
        ITransformer model = pipeline.Fit(train);
        MulticlassClassificationMetrics metrics = context.MulticlassClassification.Evaluate(model.Transform(digits.Test));
        report.Say($"Trained on the spikes of {train.GetRowCount() ?? 3000:N0} digits; accuracy on "
            + $"{digits.Test.GetRowCount():N0} held-out digits: {metrics.MicroAccuracy:P1} (log-loss {metrics.LogLoss:0.000}).");

        string path = Path.Combine(report.Folder, "model.zip");
        context.Model.Save(model, digits.Train.Schema, path);
        MLContext elsewhere = new();
        ITransformer loaded = elsewhere.Model.Load(path, out _);
        report.Say($"Saved the model ({new FileInfo(path).Length / 1024.0:0} KB) and loaded it into a new MLContext.");
        Predict(report, digits, model, elsewhere, loaded);
    }

    private static void Predict(Report report, Digits digits, ITransformer model, MLContext elsewhere, ITransformer loaded)
    {
        Drawing drawing = digits.Context.Data.CreateEnumerable<Drawing>(digits.Test, reuseRowObject: false).First();
        Prediction here = digits.Context.Model.CreatePredictionEngine<Drawing, Prediction>(model).Predict(drawing);
        Prediction there = elsewhere.Model.CreatePredictionEngine<Drawing, Prediction>(loaded).Predict(drawing);
        bool same = here.Spikes.AsSpan().SequenceEqual(there.Spikes);
        report.Say($"The first held-out digit is a {drawing.Label - 1}, predicted as {there.Digit}; "
            + $"the loaded model's {there.Spikes.Sum():N0} spikes are {(same ? "the same, one by one" : "DIFFERENT")}.");
        if (!same)
            throw new InvalidDataException("The loaded model gives other spikes than the one that was saved.");
    }

    private sealed class Drawing
    {
        [KeyType(10)]
        public uint Label { get; set; }

        [VectorType(28, 28)]
        public float[] Features { get; set; } = [];
    }

    private sealed class Prediction
    {
        public int Digit { get; set; }
        public float[] Spikes { get; set; } = [];
    }
}
