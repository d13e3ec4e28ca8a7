using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Training;

/// <summary>Several output neurons per class.</summary>
public class OutputsPerClassTests
{
    private static readonly SpikingNetworkOptions Quick = new()
    {
        Layers = [SpikingLayer.Dense(48)],
        OutputsPerClass = 5,
        Epochs = 12,
        BatchSize = 16,
        LearningRate = 0.01,
        Seed = 1,
        OutputSpikesColumnName = "OutputSpikes",
        OutputMembraneColumnName = "Membrane",
    };

    public static TheoryData<SpikingLoss> Losses => [.. Enum.GetValues<SpikingLoss>()];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Fit_learns_with_several_outputs_per_class_and_every_loss(SpikingLoss loss)
    {
        MLContext context = new(seed: 1);
        IDataView test = Spikes(context, 300, seed: 2);
        ITransformer model = context.BinaryClassification.Trainers.SpikingNetwork(nameof(Features.IsHigh), "Spikes",
            Quick with { Loss = loss }).Fit(Spikes(context, 400, seed: 1));
        Assert.InRange(context.BinaryClassification.Evaluate(model.Transform(test), nameof(Features.IsHigh)).Accuracy,
            loss is SpikingLoss.FirstSpikeCrossEntropy or SpikingLoss.FirstSpikeMeanSquared ? 0.6 : 0.85, 1);
    }

    [Theory]
    [InlineData(SpikingLoss.CountCrossEntropy)]
    [InlineData(SpikingLoss.MembraneCrossEntropy)]
    [InlineData(SpikingLoss.MaxMembraneCrossEntropy)]
    [InlineData(SpikingLoss.FirstSpikeCrossEntropy)]
    public void Scores_combine_the_neurons_of_each_class(SpikingLoss loss)
    {
        MLContext context = new(seed: 1);
        IDataView spikes = Spikes(context, 60, seed: 1);
        IDataView scored = Multiclass(context, Quick with { Loss = loss, Epochs = 2 }).Fit(spikes).Transform(spikes);
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 20, 10), scored.Schema["OutputSpikes"].Type);
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 2), scored.Schema["Score"].Type);
        Assert.Equal(2ul, ((KeyDataViewType)scored.Schema["PredictedLabel"].Type).Count);
        foreach ((float[] fired, float[] membrane, float[] score) in scored.GetColumn<float[]>("OutputSpikes").Zip(
            scored.GetColumn<float[]>("Membrane"), scored.GetColumn<float[]>("Score")))
        {
            double[] classes = [.. Enumerable.Range(0, 2).Select(index => ScoreOf(loss, fired, membrane, index))];
            Assert.Equal(1 / (1 + Math.Exp(classes[0] - classes[1])), score[1], 1e-5);
        }
    }

    [Fact]
    public void A_saved_network_and_given_layers_predict_the_same()
    {
        MLContext context = new(seed: 1);
        IDataView spikes = Spikes(context, 60, seed: 1);
        SpikingNetworkTransformer model = Multiclass(context, Quick with { Epochs = 2 }).Fit(spikes);
        using MemoryStream file = new();
        context.Model.Save(model, spikes.Schema, file);
        file.Position = 0;
        float[][] expected = Scores(model.Transform(spikes));
        Assert.Equal(expected, Scores(new MLContext().Model.Load(file, out _).Transform(spikes)));
        Assert.Equal((5, 10), (model.OutputsPerClass, model.Layers[^1].Layer.Neurons));
        Assert.Equal(expected, Scores(context.MulticlassClassification.CreateSpikingNetwork(
            [.. ((VectorDataViewType)spikes.Schema["Spikes"].Type).Dimensions.Skip(1)], model.Layers, options: new()
            {
                Score = SpikingScore.MeanMembrane,
                OutputsPerClass = 5,
                ClassNames = ["low", "high"],
            }).Transform(spikes)));
    }

    [Fact]
    public void Numbers_of_outputs_that_do_not_fit_are_refused_by_name()
    {
        MLContext context = new();
        Assert.Throws<ArgumentOutOfRangeException>(nameof(SpikingNetworkOptions.OutputsPerClass),
            () => context.MulticlassClassification.Trainers.SpikingNetwork(options: new() { OutputsPerClass = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(SpikingNetworkOptions.OutputsPerClass),
            () => context.Regression.Trainers.SpikingNetwork(options: new() { OutputsPerClass = 2 }));
        SpikingLayerWeights layer = new()
        {
            Layer = SpikingLayer.Dense(5),
            Weights = [1, 2, 3, 4, 5],
            Bias = [0, 0, 0, 0, 0],
            Beta = 0.5,
        };
        Assert.Contains("5 neurons, but this task needs at least 4, 2 for each class (OutputsPerClass)",
            Assert.Throws<ArgumentException>(() => context.MulticlassClassification.CreateSpikingNetwork([1], [layer],
                options: new() { OutputsPerClass = 2 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(GivenNetworkOptions.OutputsPerClass), () =>
            context.MulticlassClassification.CreateSpikingNetwork([1], [layer], options: new() { OutputsPerClass = 0 }));
    }

    private static double ScoreOf(SpikingLoss loss, float[] fired, float[] membrane, int index)
    {
        IEnumerable<float[]> Traces(float[] values) => Enumerable.Range(index * 5, 5).Select(neuron =>
            values.Where((_, slot) => slot % 10 == neuron).ToArray());
        return loss switch
        {
            SpikingLoss.CountCrossEntropy => Traces(fired).Sum(trace => trace.Sum()),
            SpikingLoss.MembraneCrossEntropy => Traces(membrane).Average(trace => trace.Average()),
            SpikingLoss.MaxMembraneCrossEntropy => Traces(membrane).Average(trace => trace.Max()),
            _ => -Traces(fired).Average(trace => Array.IndexOf(trace, 1f) is int step and >= 0 ? step : 19),
        };
    }

    private static IEstimator<SpikingNetworkTransformer> Multiclass(MLContext context, SpikingNetworkOptions options) =>
        context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", options);

    private static IDataView Spikes(MLContext context, int count, int seed)
    {
        IDataView rows = Features.Rows(context, count, seed);
        return context.Transforms.Conversion.MapValueToKey("Label", nameof(Features.Kind)).Append(
            context.Transforms.Spikes.EncodeReceptiveFields("Spikes", nameof(Features.Values), new() { NumSteps = 20 }))
            .Fit(rows).Transform(rows);
    }

    private static float[][] Scores(IDataView scored) => [.. scored.GetColumn<float[]>("Score")];
}
