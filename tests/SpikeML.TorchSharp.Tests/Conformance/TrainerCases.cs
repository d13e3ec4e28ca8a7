using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;
using SpikeML.Torch.Tests.Conformance;

namespace SpikeML.Tests.Conformance;

/// <summary>The trainers, one line each. The column that is checked is that of the output spikes.</summary>
internal static partial class ConformanceCases
{
    private static IEnumerable<ConformanceCase> Estimators =>
    [
        Trainer("multiclass", nameof(LabelledTrainer.Labels.Class), outputs: 3, (context, spikes, options) =>
            context.MulticlassClassification.Trainers.SpikingNetwork(nameof(LabelledTrainer.Labels.Class), spikes, options))
            with { DamagedEverywhere = true },
        Trainer("binary", nameof(LabelledTrainer.Labels.Flag), outputs: 2, (context, spikes, options) =>
            context.BinaryClassification.Trainers.SpikingNetwork(nameof(LabelledTrainer.Labels.Flag), spikes, options)),
        Trainer("regression", nameof(LabelledTrainer.Labels.Number), outputs: 1, (context, spikes, options) =>
            context.Regression.Trainers.SpikingNetwork(nameof(LabelledTrainer.Labels.Number), spikes, options)),
    ];

    private static ConformanceCase Trainer(
        string name, string label, int outputs, Func<MLContext, string, SpikingNetworkOptions, SpikingNetworkTrainer> make)
    {
        return new ConformanceCase
        {
            Name = name,
            Make = (context, columns) =>
                new LabelledTrainer(context, label,
                make(context, columns[0].InputColumnName, Options(columns[0].OutputColumnName))),
            OutputType = input => new VectorDataViewType(NumberDataViewType.Single, input[0], outputs),
            ReadsData = true,
            NotApplicable = ImmutableDictionary<Check, string>.Empty
                .Add(Check.FitOnlyData, "Whatever can be fitted can be transformed.")
                .Add(Check.ColumnForms, "A network has one input column, of which the trainer's own tests try every form."),
        };
    }

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
