using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace SpikeML.Tool.Tests;

/// <summary>Models as ML.NET programs save them.</summary>
internal static class SavedModels
{
    /// <summary>A classifier of generated digits on rate-coded spikes.</summary>
    public static void WriteClassifier(string path)
    {
        MLContext context = new(seed: 1);
        IDataView digits = context.Data.LoadSampleDigits(60);
        ITransformer model = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 3, Seed = 1 })
            .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
            {
                FeatureColumnName = "Spikes",
                MaximumNumberOfIterations = 5,
            })).Fit(digits);
        context.Model.Save(model, digits.Schema, path);
    }

    /// <summary>A classifier whose pipeline maps the label, a text, to keys, as ML.NET's own tools train it.</summary>
    public static void WriteKeyClassifier(string path)
    {
        MLContext context = new(seed: 1);
        IDataView rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, 40).Select(i => new
        {
            Height = i % 7f,
            Width = i % 5f,
            Kind = i % 7 > 3 ? "tall" : "small",
        }));
        ITransformer model = context.Transforms.Conversion.MapValueToKey("Label", "Kind")
            .Append(context.Transforms.Concatenate("Features", "Height", "Width"))
            .Append(context.MulticlassClassification.Trainers.SdcaMaximumEntropy())
            .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel")).Fit(rows);
        context.Model.Save(model, rows.Schema, path);
    }

    /// <summary>A regression on two columns of single values, as ML.NET's own tools train it.</summary>
    public static void WriteRegression(string path)
    {
        MLContext context = new(seed: 1);
        IDataView rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, 40).Select(i => new
        {
            Height = i % 7f,
            Größe = i % 5f,
            Label = 2f * (i % 7) + i % 5,
        }));
        ITransformer model = context.Transforms.Concatenate("Features", "Height", "Größe")
            .Append(context.Regression.Trainers.Sdca(maximumNumberOfIterations: 20)).Fit(rows);
        context.Model.Save(model, rows.Schema, path);
    }

    /// <summary>A model with a step that ML.NET cannot convert to ONNX.</summary>
    public static void WriteWithoutOnnx(string path)
    {
        MLContext context = new(seed: 1);
        IDataView rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, 40).Select(i => new { Height = i % 7f }));
        ITransformer model = context.Transforms.NormalizeBinning("Bin", "Height")
            .Append(context.Transforms.Concatenate("Features", "Bin")).Fit(rows);
        context.Model.Save(model, rows.Schema, path);
    }
}
