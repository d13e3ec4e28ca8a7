using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Training;

public class NeuronModelTrainingTests
{
    private static readonly (string Name, SpikingLayer[] Layers, NeuronModel? Output)[] Networks =
    [
        ("synaptic", [SpikingLayer.Dense(48, NeuronModel.Synaptic(0.7, 0.8, learnAlpha: true))], NeuronModel.Synaptic(0.5, 0.9)),
        ("alpha", [SpikingLayer.Dense(48, NeuronModel.Alpha(0.9, 0.7, 0.1))], NeuronModel.Alpha(0.95, 0.8)),
        ("Lapicque", [SpikingLayer.Dense(48, NeuronModel.Lapicque(0.9, threshold: 0.1))], NeuronModel.Lapicque(0.95)),
        ("recurrent leaky", [SpikingLayer.Dense(48, NeuronModel.RLeaky(0.9, learnBeta: true))], null),
        ("recurrent synaptic", [SpikingLayer.Dense(48, NeuronModel.RSynaptic(0.5, 0.8, weight: -0.1))],
            NeuronModel.RLeaky(0.9, 0)),
        ("graded, at once", [SpikingLayer.Dense(48, NeuronModel.Leaky(0.9, firing: new()
        {
            GradedSpikesFactor = 0.5,
            LearnGradedSpikesFactor = true,
            ResetDelay = false,
        }))], null),
    ];

    public static TheoryData<string> Names => [.. Networks.Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_learns_digits_and_a_saved_model_predicts_the_same(string name)
    {
        MLContext context = new(seed: 1);
        (_, SpikingLayer[] layers, NeuronModel? output) = Networks.Single(network => network.Name == name);
        IDataView train = Digits.Train(context), test = Digits.Test(context);
        TransformerChain<SpikingNetworkTransformer> model = Digits.Pipeline(context, Digits.Quick with
        {
            Layers = layers,
            OutputNeuronModel = output,
        }).Fit(train);
        IDataView scored = model.Transform(test);
        Assert.InRange(context.MulticlassClassification.Evaluate(scored).MicroAccuracy, 0.6, 1);
        // What is learned has moved, and is that of the layer.
        NeuronModel trained = model.LastTransformer.Layers[0].Layer.NeuronModel!;
        foreach (string constant in layers[0].NeuronModel!.Learned.Where(constant => constant != "recurrent"))
            Assert.NotEqual(layers[0].NeuronModel!.Constants[constant], trained.Constants[constant]);
        Assert.Equal(layers[0].NeuronModel!.Kind, trained.Kind);

        using MemoryStream file = new();
        context.Model.Save(model, train.Schema, file);
        file.Position = 0;
        ITransformer loaded = new MLContext().Model.Load(file, out _);
        Assert.Equal(scored.GetColumn<float[]>("Score"), loaded.Transform(test).GetColumn<float[]>("Score"));
        Assert.Equal(trained, ((TransformerChain<ITransformer>)loaded).OfType<SpikingNetworkTransformer>().Single().Layers[0]
            .Layer.NeuronModel);
    }

    [Fact]
    public void Fit_refuses_output_constants_that_are_not_one_for_each_output()
    {
        MLContext context = new(seed: 1);
        SpikingNetworkOptions options = Digits.Quick with { OutputNeuronModel = NeuronModel.Leaky(new[] { 0.5f, 0.6f }) };
        var error = Assert.Throws<ArgumentException>(() => Digits.Pipeline(context, options).Fit(Digits.Train(context)));
        Assert.Contains("The output layer has 10 neurons, but beta has 2 numbers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SpikingNetwork_refuses_two_resets_of_the_output()
    {
        SpikingNetworkOptions options = new()
        {
            OutputReset = ResetMechanism.Zero,
            OutputNeuronModel = NeuronModel.Leaky(0.9, reset: ResetMechanism.None),
        };
        Assert.Throws<ArgumentOutOfRangeException>(nameof(SpikingNetworkOptions.OutputReset),
            () => new MLContext().MulticlassClassification.Trainers.SpikingNetwork(options: options));
    }
}
