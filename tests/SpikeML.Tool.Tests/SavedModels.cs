using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using SpikeML.Torch;

namespace SpikeML.Tool.Tests;

/// <summary>Models as ML.NET programs save them. Each is trained once.</summary>
internal static class SavedModels
{
    private static readonly Lazy<byte[]> Classifier = new(TrainClassifier), KeyClassifier = new(TrainKeyClassifier),
        Regression = new(TrainRegression), WithoutOnnx = new(TrainWithoutOnnx);

    public static void WriteClassifier(string path) => File.WriteAllBytes(path, Classifier.Value);

    public static void WriteKeyClassifier(string path) => File.WriteAllBytes(path, KeyClassifier.Value);

    public static void WriteRegression(string path) => File.WriteAllBytes(path, Regression.Value);

    public static void WriteWithoutOnnx(string path) => File.WriteAllBytes(path, WithoutOnnx.Value);

    /// <summary>A classifier of generated digits on rate-coded spikes.</summary>
    private static byte[] TrainClassifier()
    {
        MLContext context = new(seed: 1);
        IDataView digits = context.Data.LoadSampleDigits(60);
        ITransformer model = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 3, Seed = 1 })
            .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
            {
                FeatureColumnName = "Spikes",
                MaximumNumberOfIterations = 5,
            })).Fit(digits);
        return Bytes(context, model, digits.Schema);
    }

    /// <summary>Writes a network as net.nir, and rows for it as encoded.npz.</summary>
    public static void WriteGraph(WorkFolder folder, int rows)
    {
        WriteNetwork(folder, "network.zip");
        Tool.Do(folder, "nir convert network.zip --reset approximate -o net.nir");
        folder.WriteTable(rows);
        Tool.Do(folder, "encode rate table.csv --features x0..x11 --num-steps 25 -o encoded.npz");
    }

    /// <summary>A spiking network with weights of its own, on 12 features in a rate code.</summary>
    public static void WriteNetwork(WorkFolder folder, string name, ResetMechanism reset = ResetMechanism.Subtract)
    {
        MLContext context = new(seed: 1);
        IDataView rows = context.Data.LoadFromEnumerable([new NetworkInput { Features = new float[12] }]);
        ITransformer encoder = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 25, Seed = 1 })
            .Fit(rows);
        SpikingLayerWeights Layer(int neurons, int inputs) => new()
        {
            Layer = SpikingLayer.Dense(neurons),
            Weights = [.. Enumerable.Range(0, neurons * inputs).Select(i => i % 5 / 8f)],
            Bias = [.. new float[neurons]],
            Beta = 0.75,
            Reset = reset,
        };
        ITransformer network = context.MulticlassClassification.CreateSpikingNetwork([12], [Layer(8, 12), Layer(3, 8)]);
        context.Model.Save(new TransformerChain<ITransformer>(encoder, network), rows.Schema, folder.File(name));
    }

    private sealed class NetworkInput
    {
        [VectorType(12)]
        public float[] Features { get; set; } = [];
    }

    /// <summary>A classifier whose pipeline maps the label, a text, to keys, as ML.NET's own tools train it.</summary>
    private static byte[] TrainKeyClassifier()
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
            .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
            .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel")).Fit(rows);
        return Bytes(context, model, rows.Schema);
    }

    /// <summary>A regression on two columns of single values, as ML.NET's own tools train it.</summary>
    private static byte[] TrainRegression()
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
        return Bytes(context, model, rows.Schema);
    }

    /// <summary>A model with a step that ML.NET cannot convert to ONNX.</summary>
    private static byte[] TrainWithoutOnnx()
    {
        MLContext context = new(seed: 1);
        IDataView rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, 40).Select(i => new { Height = i % 7f }));
        ITransformer model = context.Transforms.NormalizeBinning("Bin", "Height")
            .Append(context.Transforms.Concatenate("Features", "Bin")).Fit(rows);
        return Bytes(context, model, rows.Schema);
    }

    private static byte[] Bytes(MLContext context, ITransformer model, DataViewSchema schema)
    {
        using MemoryStream stream = new();
        context.Model.Save(model, schema, stream);
        return stream.ToArray();
    }
}
