using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch.Tests.Training;

namespace SpikeML.Torch.Tests.Inference;

public class OutputColumnTests
{
    [Fact]
    public void Transform_adds_output_spikes_and_membranes_when_they_are_named()
    {
        MLContext context = new(seed: 1);
        SpikingNetworkOptions options = Digits.Quick with
        {
            Epochs = 2,
            Loss = SpikingLoss.CountCrossEntropy,
            OutputSpikesColumnName = "OutputSpikes",
            OutputMembraneColumnName = "OutputMembrane"
        };
        IDataView scored = Digits.Pipeline(context, options).Fit(Digits.Train(context)).Transform(Digits.Test(context));
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 10, 10), scored.Schema["OutputSpikes"].Type);
        Assert.Equal(scored.Schema["OutputSpikes"].Type, scored.Schema["OutputMembrane"].Type);

        foreach (Recorded row in context.Data.CreateEnumerable<Recorded>(scored, reuseRowObject: false))
        {
            Assert.Equal(row.OutputMembrane.Select(membrane => membrane > 1 ? 1f : 0f), row.OutputSpikes);
            int[] counts = [.. Enumerable.Range(0, 10)
                .Select(output => row.OutputSpikes.Where((_, i) => i % 10 == output).Count(spike => spike == 1))];
            Assert.Equal(Array.IndexOf(counts, counts.Max()) + 1, (int)row.PredictedLabel);
        }
    }

    [Fact]
    public void Transform_takes_other_numbers_of_steps_but_no_other_neurons()
    {
        MLContext context = new(seed: 1);
        IDataView digits = Digits.Train(context);
        SpikingNetworkTransformer model = Digits.Pipeline(context, Digits.Quick with { Epochs = 1 }).Fit(digits).LastTransformer;
        IDataView longer = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 17, Seed = 1 })
            .Fit(digits).Transform(digits);
        Assert.InRange(context.MulticlassClassification.Evaluate(model.Transform(longer)).MicroAccuracy, 0.2, 1);

        IDataView other = context.Data.LoadFromEnumerable([new Other()]);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => model.Transform(other));
        Assert.Contains("Schema mismatch for input column 'Spikes': expected a vector of Single of dimensions [numSteps, 28, 28]",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loaded_models_predict_as_the_trained_one_did()
    {
        MLContext context = new(seed: 1);
        IDataView train = Digits.Train(context);
        ITransformer model = Digits.Pipeline(context, SpikingNetworkOptions.Convolutional with { Epochs = 1, Seed = 3 })
            .Fit(train);
        using MemoryStream file = new();
        context.Model.Save(model, train.Schema, file);
        file.Position = 0;
        MLContext other = new();
        ITransformer loaded = other.Model.Load(file, out _);
        Assert.Equal(Scores(context, model), Scores(other, loaded));

        VBuffer<int> expected = default, actual = default;
        model.GetOutputSchema(train.Schema)["PredictedLabel"].GetKeyValues(ref expected);
        loaded.GetOutputSchema(train.Schema)["PredictedLabel"].GetKeyValues(ref actual);
        Assert.Equal(expected.DenseValues(), actual.DenseValues());
    }

    private static float[][] Scores(MLContext context, ITransformer model) =>
        [.. model.Transform(Digits.Test(context)).GetColumn<float[]>("Score")];

    private sealed class Recorded
    {
        [KeyType(11)]
        public uint PredictedLabel { get; set; }

        public float[] OutputSpikes { get; set; } = [];
        public float[] OutputMembrane { get; set; } = [];
    }

    private sealed class Other
    {
        [VectorType(3, 5)]
        public float[] Spikes { get; set; } = new float[15];
    }
}
