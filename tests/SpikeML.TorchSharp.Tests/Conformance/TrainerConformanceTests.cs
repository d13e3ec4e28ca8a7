using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Conformance;

namespace SpikeML.Torch.Tests.Conformance;

/// <summary>
/// The trainers, one line each, through the checks of all estimators. The column that is checked is that of the output spikes.
/// </summary>
public class TrainerConformanceTests
{
    private static readonly ConformanceCase[] Cases =
    [
        Trainer("multiclass", nameof(LabelledTrainer.Labels.Class), outputs: 3, (context, spikes, options) =>
            context.MulticlassClassification.Trainers.SpikingNetwork(nameof(LabelledTrainer.Labels.Class), spikes, options)),
        Trainer("binary", nameof(LabelledTrainer.Labels.Flag), outputs: 2, (context, spikes, options) =>
            context.BinaryClassification.Trainers.SpikingNetwork(nameof(LabelledTrainer.Labels.Flag), spikes, options)),
        Trainer("regression", nameof(LabelledTrainer.Labels.Number), outputs: 1, (context, spikes, options) =>
            context.Regression.Trainers.SpikingNetwork(nameof(LabelledTrainer.Labels.Number), spikes, options)),
    ];

    public static TheoryData<string, int, string> Checks =>
    [
        .. from test in Cases
           from check in EstimatorConformance.Checks
           where !test.NotApplicable.ContainsKey(check.Key)
           select new TheoryDataRow<string, int, string>(test.Name, check.Key, check.Value.Name),
    ];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Trainer_passes(string trainer, int number, string check)
    {
        Assert.NotEmpty(check);
        EstimatorConformance.Checks[number].Check(Cases.Single(test => test.Name == trainer));
    }

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
            NotApplicable = ImmutableDictionary<int, string>.Empty
                .Add(3, "Whatever can be fitted can be transformed.")
                .Add(17, "A network has one input column, of which the trainer's own tests try every form."),
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
