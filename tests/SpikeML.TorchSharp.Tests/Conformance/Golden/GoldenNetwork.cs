using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Conformance;

/// <summary>A pipeline with a trained network whose saved models are kept, and the columns that are compared.</summary>
internal sealed record GoldenNetwork(string Name, Func<MLContext, IEstimator<ITransformer>> Trainer, string[] Columns)
{
    private static readonly SpikingNetworkOptions Dense = new()
    {
        Layers = [SpikingLayer.Dense(7)],
        Beta = 0.8,
        Threshold = 0.3,
        Epochs = 3,
        BatchSize = 8,
        LearningRate = 0.02,
        Seed = 5,
        OutputSpikesColumnName = "OutputSpikes",
        OutputMembraneColumnName = "Membranes",
    };

    private static readonly SpikingNetworkOptions Images = Dense with
    {
        Layers = [SpikingLayer.Convolution(3, 3, 1), SpikingLayer.Dense(5)],
        Reset = ResetMechanism.Zero,
        LearnBeta = true,
        LearnThreshold = true,
        Loss = SpikingLoss.MembraneCrossEntropy,
    };

    private static readonly SpikingNetworkOptions Models = Dense with
    {
        Layers =
        [
            SpikingLayer.Convolution(3, 3, 1, NeuronModel.Leaky(new[] { 0.7f, 0.8f, 0.9f }, 0.2, learnThreshold: true,
                firing: new() { GradedSpikesFactor = new[] { 0.5f, 1, 1.5f } })) with { SpikesColumnName = "Hidden" },
            SpikingLayer.AveragePooling(),
            SpikingLayer.Dense(7, NeuronModel.Synaptic(0.5, 0.8, 0.1)) with { MembraneColumnName = "HiddenMembranes" },
        ],
        OutputNeuronModel = NeuronModel.RLeaky(0.8, threshold: 0.02),
    };

    private static readonly SpikingNetworkOptions MoreModels = Dense with
    {
        Layers =
        [
            SpikingLayer.Dense(7, NeuronModel.Alpha(0.9, 0.7, 0.05)) with
            {
                MembraneColumnName = "HiddenMembranes",
                BatchNormalization = true,
            },
            SpikingLayer.Dense(9, NeuronModel.RSynaptic(0.5, 0.8, 0.2, 0.2, firing: new() { ResetDelay = false })) with
            {
                SpikesColumnName = "Hidden",
            },
        ],
        OutputNeuronModel = NeuronModel.Lapicque(0.6, threshold: 0.1, firing: new() { Inhibition = true }),
    };

    private static readonly SpikingNetworkOptions Quantised = Dense with
    {
        Layers =
        [
            SpikingLayer.Dense(7, NeuronModel.Synaptic(0.5, 0.8, 0.1, firing: new()
            {
                StateQuantization = StateQuantization.Uniform(5, 0.4),
            })) with { MembraneColumnName = "HiddenMembranes" },
            SpikingLayer.Dense(9, NeuronModel.Leaky(0.8, 0.2, firing: new()
            {
                StateQuantization = StateQuantization.Exponential(4, threshold: 0.2),
            })) with { SpikesColumnName = "Hidden" },
        ],
        OutputNeuronModel = NeuronModel.Alpha(0.9, 0.7, 0.05, firing: new()
        {
            StateQuantization = StateQuantization.Uniform(8),
        }),
    };

    private static readonly SpikingNetworkOptions Normalized = Dense with
    {
        Layers =
        [
            SpikingLayer.Convolution(3, 3, 1) with { SpikesColumnName = "Hidden", BatchNormalizationThroughTime = true },
            SpikingLayer.Dense(9, NeuronModel.RLeaky(0.8, 0.2)) with
            {
                MembraneColumnName = "HiddenMembranes",
                BatchNormalizationThroughTime = true,
            },
        ],
    };

    private static readonly SpikingModuleOptions Module = new() { Epochs = 3, BatchSize = 8, LearningRate = 0.02, Seed = 5 };

    private static readonly string[] RecordedColumns =
        ["PredictedLabel", "Score", "OutputSpikes", "Membranes", "Hidden", "HiddenMembranes"];

    public static IReadOnlyList<GoldenNetwork> All { get; } =
    [
        new("multiclass", context => context.Transforms.Conversion.MapValueToKey("Label", "Kind")
            .Append(context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", Dense)),
            ["PredictedLabel", "Score", "OutputSpikes", "Membranes"]),
        new("multiclass, convolutional", context => context.Transforms.Conversion.MapValueToKey("Label", "Kind")
            .Append(context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", Images)),
            ["PredictedLabel", "Score", "OutputSpikes", "Membranes"]),
        new("binary", context => context.BinaryClassification.Trainers.SpikingNetwork("IsHigh", "Spikes", Dense),
            ["PredictedLabel", "Score", "Probability", "OutputSpikes", "Membranes"]),
        new("regression", context => context.Regression.Trainers.SpikingNetwork("Sum", "Spikes", Dense),
            ["Score", "OutputSpikes", "Membranes"]),
        new("multiclass, neuron models", context => context.Transforms.Conversion.MapValueToKey("Label", "Kind")
            .Append(context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", Models)),
            RecordedColumns) { FirstFormat = 2 },
        new("multiclass, more neuron models", context => context.Transforms.Conversion.MapValueToKey("Label", "Kind")
            .Append(context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", MoreModels)),
            RecordedColumns) { FirstFormat = 2 },
        new("multiclass, several outputs per class", context => context.Transforms.Conversion.MapValueToKey("Label", "Kind")
            .Append(context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", Dense with
            {
                OutputsPerClass = 3,
                Loss = SpikingLoss.CountCrossEntropy,
            })),
            ["PredictedLabel", "Score", "OutputSpikes", "Membranes"]) { FirstFormat = 2 },
        new("regression over time", context => context.Regression.Trainers.SpikingNetwork("Curve", "Spikes", Dense),
            ["Score", "OutputSpikes", "Membranes"]) { FirstFormat = 3 },
        new("regression over time, several outputs", context => context.Regression.Trainers.SpikingNetwork("Curves", "Spikes",
            Dense), ["Score", "OutputSpikes", "Membranes"]) { FirstFormat = 3 },
        new("multiclass, quantised states", context => context.Transforms.Conversion.MapValueToKey("Label", "Kind")
            .Append(context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", Quantised)),
            RecordedColumns) { FirstFormat = 3 },
        new("multiclass, normalised through time", context => context.Transforms.Conversion.MapValueToKey("Label", "Kind")
            .Append(context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", Normalized)),
            RecordedColumns) { FirstFormat = 4 },
        new("module, multiclass", context => context.Transforms.Conversion.MapValueToKey("Label", "Kind")
            .Append(context.MulticlassClassification.Trainers.SpikingModule(new GoldenClasses(), options: Module)),
            ["PredictedLabel", "Score"]) { FirstFormat = 2 },
        new("module, binary", context => context.BinaryClassification.Trainers.SpikingModule(new GoldenPair(), "IsHigh",
            options: Module),
            ["PredictedLabel", "Score", "Probability"]) { FirstFormat = 2 },
        new("module, regression", context => context.Regression.Trainers.SpikingModule(new GoldenNumber(), "Sum",
            options: Module),
            ["Score"]) { FirstFormat = 2 },
    ];

    /// <summary>The first format that has what the network consists of.</summary>
    public int FirstFormat { get; init; } = 1;

    public static GoldenNetwork Find(string name) => All.Single(network => network.Name == name);

    /// <summary>Rate-coded images of 4 x 3 pixels: bright, dim or between.</summary>
    public static IDataView Data(MLContext context)
    {
        Random random = new(29);
        return context.Data.LoadFromEnumerable(Enumerable.Range(0, 24).Select(id =>
        {
            float brightness = id % 3 / 2f;
            float[] features = [.. Enumerable.Range(0, 12).Select(_ => (brightness + random.NextSingle()) / 2)];
            return new Row
            {
                Id = id,
                Features = features,
                Kind = new[] { "dim", "between", "bright" }[id % 3],
                IsHigh = id % 3 == 2,
                Sum = features.Sum(),
                Curve = [.. features.Take(9)],
                Curves = [.. features.Take(9).SelectMany(value => new[] { value, 100 * value + id })],
            };
        }).ToArray());
    }

    public IEstimator<ITransformer> Pipeline(MLContext context) =>
        context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 9, Seed = 3 }).Append(Trainer(context));

    private sealed class Row
    {
        public int Id { get; set; }

        [VectorType(4, 3)]
        public float[] Features { get; set; } = [];

        public string Kind { get; set; } = "";
        public bool IsHigh { get; set; }
        public float Sum { get; set; }

        [VectorType(9)]
        public float[] Curve { get; set; } = [];

        [VectorType(9, 2)]
        public float[] Curves { get; set; } = [];
    }
}
