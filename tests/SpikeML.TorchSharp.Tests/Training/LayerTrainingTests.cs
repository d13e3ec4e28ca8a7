using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Training;

/// <summary>Pooling, batch normalisation, dropout and recorded layers in a pipeline.</summary>
public class LayerTrainingTests
{
    public static TheoryData<string, SpikingLayer[]> Networks => new()
    {
        { "max pooling", [SpikingLayer.Convolution(8, 5, 1), SpikingLayer.MaxPooling(4), SpikingLayer.Dense(48)] },
        { "average pooling", [SpikingLayer.AveragePooling(), SpikingLayer.Dense(48)] },
        { "batch normalisation", [SpikingLayer.Dense(48) with { BatchNormalization = true }] },
        { "batch normalisation through time", [SpikingLayer.Dense(48) with { BatchNormalizationThroughTime = true }] },
        { "images through time", [SpikingLayer.Convolution(8, 5, 2) with { BatchNormalizationThroughTime = true }] },
        { "dropout", [SpikingLayer.Dense(96), SpikingLayer.Dropout(0.2)] },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Fit_learns_digits_and_a_saved_model_predicts_the_same(string name, SpikingLayer[] layers)
    {
        Assert.NotEmpty(name);
        MLContext context = new(seed: 1);
        IDataView train = Digits.Train(context), test = Digits.Test(context);
        List<SpikingEpoch> epochs = [];
        TransformerChain<SpikingNetworkTransformer> model = Digits.Pipeline(context, Digits.Quick with
        {
            Layers = layers,
            ValidationFraction = 0.2,
            Patience = 8,
        }, epochs.Add).Fit(train);
        IDataView scored = model.Transform(test);
        double accuracy = context.MulticlassClassification.Evaluate(scored).MicroAccuracy;
        Assert.InRange(accuracy, 0.6, 1);
        // The validation uses the running statistics and drops nothing, as predictions do.
        Assert.InRange(epochs.MinBy(epoch => epoch.ValidationLoss)!.ValidationAccuracy, accuracy - 0.15, 1);

        using MemoryStream file = new();
        context.Model.Save(model, train.Schema, file);
        file.Position = 0;
        Assert.Equal(scored.GetColumn<float[]>("Score"),
            new MLContext().Model.Load(file, out _).Transform(test).GetColumn<float[]>("Score"));
    }

    [Fact]
    public void Transform_adds_the_spikes_and_membranes_of_hidden_layers_when_they_are_named()
    {
        MLContext context = new(seed: 1);
        SpikingNetworkOptions options = Digits.Quick with
        {
            Epochs = 1,
            Layers =
            [
                SpikingLayer.Convolution(3, 3, 2) with { SpikesColumnName = "Images", MembraneColumnName = "ImageMembranes" },
                SpikingLayer.MaxPooling() with { SpikesColumnName = "Pooled" },
                SpikingLayer.Dense(9) with { MembraneColumnName = "DenseMembranes" },
            ],
        };
        IDataView train = Digits.Train(context);
        var pipeline = Digits.Pipeline(context, options);
        TransformerChain<SpikingNetworkTransformer> model = pipeline.Fit(train);
        using MemoryStream file = new();
        context.Model.Save(model, train.Schema, file);
        file.Position = 0;
        IDataView scored = new MLContext().Model.Load(file, out _).Transform(train);
        (string Name, int[] Shape)[] columns =
            [("Images", [10, 3, 14, 14]), ("ImageMembranes", [10, 3, 14, 14]), ("Pooled", [10, 3, 7, 7]),
                ("DenseMembranes", [10, 9])];
        foreach ((string name, int[] shape) in columns)
        {
            Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, shape), scored.Schema[name].Type);
            Assert.Contains(pipeline.GetOutputSchema(SchemaShape.Create(train.Schema)), column => column.Name == name);
        }
        SpikeTrain spikes = scored.GetSpikeTrains("Spikes").First();
        IReadOnlyList<SpikeTrain> layers = model.LastTransformer.GetLayerSpikes(spikes);
        Assert.Equal(layers[0], scored.GetSpikeTrains("Images").First());
        Assert.Equal(layers[1], scored.GetSpikeTrains("Pooled").First());
        float[] membranes = scored.GetColumn<float[]>("ImageMembranes").First();
        Assert.Equal(layers[0].ToDense(), membranes.Select(membrane => membrane > 1 ? 1f : 0f));
        Assert.Equal(layers[2].ToDense(),
            scored.GetColumn<float[]>("DenseMembranes").First().Select(membrane => membrane > 1 ? 1f : 0f));
        // A column read on its own is the same.
        IDataView alone = context.Transforms.SelectColumns("ImageMembranes").Fit(scored).Transform(scored);
        Assert.Equal(membranes, alone.GetColumn<float[]>("ImageMembranes").First());
    }
}
