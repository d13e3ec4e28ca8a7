using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;
using SpikeML.Torch.Tests.Conformance;

namespace SpikeML.Tests.Conformance;

/// <summary>
/// The trainers, one line each. The column that is checked is that of a network's output spikes, or of a module's scores.
/// </summary>
internal static partial class ConformanceCases
{
    private const string Class = nameof(LabelledTrainer.Labels.Class), Flag = nameof(LabelledTrainer.Labels.Flag),
        Number = nameof(LabelledTrainer.Labels.Number), Curve = nameof(LabelledTrainer.Labels.Curve);

    private static readonly SpikingModuleOptions ModuleOptions = new() { Epochs = 2, BatchSize = 16, Seed = 5 };

    private static IEnumerable<ConformanceCase> Estimators =>
    [
        Network("multiclass", Class, outputs: 3, (context, spikes, options) =>
            context.MulticlassClassification.Trainers.SpikingNetwork(Class, spikes, options)) with { DamagedEverywhere = true },
        Network("binary", Flag, outputs: 2, (context, spikes, options) =>
            context.BinaryClassification.Trainers.SpikingNetwork(Flag, spikes, options)),
        Network("regression", Number, outputs: 1, (context, spikes, options) =>
            context.Regression.Trainers.SpikingNetwork(Number, spikes, options)),
        Network("regression over time", Curve, outputs: 1, (context, spikes, options) =>
            context.Regression.Trainers.SpikingNetwork(Curve, spikes, options)),
        Module("module, multiclass", Class, scores: 3, (context, spikes) =>
            context.MulticlassClassification.Trainers.SpikingModule(new ThreePooledOutputs(), Class, spikes,
                options: ModuleOptions)),
        Module("module, binary", Flag, scores: 1, (context, spikes) =>
            context.BinaryClassification.Trainers.SpikingModule(new TwoPooledOutputs(), Flag, spikes, options: ModuleOptions)),
        Module("module, regression", Number, scores: 1, (context, spikes) =>
            context.Regression.Trainers.SpikingModule(new LonePooledOutput(), Number, spikes, options: ModuleOptions)),
    ];

    private static ConformanceCase Network(
        string name, string label, int outputs, Func<MLContext, string, SpikingNetworkOptions, SpikingNetworkTrainer> make) =>
        Trainer(name, label, input => new VectorDataViewType(NumberDataViewType.Single, input[0], outputs),
            (context, columns) => make(context, columns.InputColumnName, Options(columns.OutputColumnName)));

    /// <summary>A module's scores, as the vector that is checked.</summary>
    private static ConformanceCase Module(
        string name, string label, int scores, Func<MLContext, string, SpikingModuleTrainer> make) =>
        Trainer(name, label, _ => new VectorDataViewType(NumberDataViewType.Single, scores),
            (context, columns) => make(context, columns.InputColumnName).Append<ITransformer>(scores == 1
            ? context.Transforms.Concatenate(columns.OutputColumnName, "Score")
            : context.Transforms.CopyColumns(columns.OutputColumnName, "Score"))) with
        {
            ModelEntry = "TransformerChain/Transform_000/Model.key",
            DamagedEverywhere = scores == 3,
            AllocatesPerRow = "A module runs on tensors.",
        };

    private static ConformanceCase Trainer(
        string name, string label, Func<ImmutableArray<int>, DataViewType?> outputType,
        Func<MLContext, InputOutputColumnPair, IEstimator<ITransformer>> make) => new()
        {
            Name = name,
            Make = (context, columns) => new LabelledTrainer(context, label, columns[0].InputColumnName,
                make(context, columns[0])),
            OutputType = outputType,
            ReadsData = true,
            NotApplicable = ImmutableDictionary<Check, string>.Empty
                .Add(Check.FitOnlyData, "Whatever can be fitted can be transformed.")
                .Add(Check.ColumnForms, "A network has one input column, of which the trainer's own tests try every form."),
        };

    private static SpikingNetworkOptions Options(string outputColumnName) => new()
    {
        Layers = [SpikingLayer.Dense(6)],
        Beta = 0.8,
        Threshold = 0.3,
        Epochs = 2,
        BatchSize = 16,
        LearningRate = 0.01,
        Seed = 5,
        OutputSpikesColumnName = outputColumnName,
    };
}
