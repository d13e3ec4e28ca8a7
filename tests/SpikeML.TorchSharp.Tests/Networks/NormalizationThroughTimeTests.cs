using Microsoft.ML;
using SpikeML.Torch.Tests.Fixtures;
using SpikeML.Torch.Tests.Inference;
using SpikeML.Torch.Tests.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Networks;

/// <summary>Layers whose currents are normalised at each step.</summary>
public class NormalizationThroughTimeTests
{
    private const int NumSteps = 12;

    private static readonly SpikingLayerWeights Output = new()
    {
        Layer = SpikingLayer.Dense(2),
        Weights = [1, 0, 0, 1],
        Bias = [0, 0],
        Beta = 0.5,
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Currents_are_normalised_as_by_the_module_of_the_same_name(bool isImage)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(3);
        long[] shape = isImage ? [6, 4, 3, 2, 2] : [6, 4, 3];
        Tensor bias = tensor(new[] { 0.5f, 0, -1 }), costs = randn(shape, generator: generator);
        using CurrentNormalization layer = new(3, numSteps: 6);
        using BatchNormThroughTime module = new(3, numSteps: 6);
        using (no_grad())
        {
            layer.Scale.copy_(rand([6, 3], generator: generator));
            module.get_parameter("weight")!.copy_(layer.Scale);
        }
        foreach (bool isTraining in new[] { true, true, false })
        {
            layer.train(isTraining);
            module.train(isTraining);
            Tensor one = (randn(shape, generator: generator) * 2 + 1).requires_grad_(),
                other = one.detach().clone().requires_grad_();
            Tensor actual = layer.Run(one, bias), expected = module.call(other) + bias.view(isImage ? [3, 1, 1] : [3]);
            (actual * costs).sum().backward();
            (expected * costs).sum().backward();
            NeuronFixture.AssertClose(expected.detach(), actual.detach());
            NeuronFixture.AssertClose(other.grad!, one.grad!);
        }
        // In parts, each step keeps its own scale and statistics.
        Tensor input = randn(shape, generator: generator);
        NeuronFixture.AssertClose(layer.Run(input, bias).detach(),
            cat([layer.Run(input.narrow(0, 0, 4), bias), layer.Run(input.narrow(0, 4, 2), bias, firstStep: 4)]).detach());
    }

    public static TheoryData<int[], SpikingLayer> Layers => new()
    {
        { [9], SpikingLayer.Dense(6) with { BatchNormalizationThroughTime = true } },
        { [9], SpikingLayer.Dense(6, NeuronModel.RLeaky(0.8)) with { BatchNormalizationThroughTime = true } },
        { [2, 5, 6], SpikingLayer.Convolution(4, 3, 2) with { BatchNormalizationThroughTime = true } },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_saved_network_does_what_the_running_statistics_do(int[] shape, SpikingLayer layer)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(4);
        using SpikingNetworkModule module = new(LayerGeometry.Stack([.. shape], [layer], 3)!.Value, new() { Threshold = 0.4 },
            ResetMechanism.Subtract, generator, NumSteps);
        // Steps differ: the later, the more spikes.
        Tensor rates = linspace(0.1, 0.9, NumSteps).view([NumSteps, .. Enumerable.Repeat(1L, shape.Length + 1)]);
        Tensor Input(int rows) => rand([NumSteps, rows, .. shape.Select(size => (long)size)], generator: generator).lt(rates)
            .to(ScalarType.Float32);
        for (int i = 0; i < 40; i++)
            module.call(Input(8));
        module.eval();
        TrainedNetwork network = InferenceTests.RoundTrip(TrainedNetwork.Of(module, [.. shape]));
        Assert.Equal((NumSteps, true), (network.NumSteps, network.Layers[0].Geometry.Layer.BatchNormalizationThroughTime));

        Tensor row = Input(1);
        SpikeTrain train = SpikeTrain.FromDense(row.data<float>().ToArray(), NumSteps, shape);
        IReadOnlyList<SpikeTrain> actual = LayerSpikes.Of(network, train);
        float[] expected = module.RunLayer(0, row).Recording.Spikes.detach().contiguous().data<float>().ToArray();
        Assert.Equal(expected, actual[0].ToDense());
        Assert.Contains(1f, expected);
        Assert.Contains(0f, expected);
        // A network given the same layers fires the same; without the scales of the steps, it does not.
        IReadOnlyList<SpikingLayerWeights> layers = GivenWeights.Of(network);
        Assert.Equal(expected, LayerSpikes.Of(GivenWeights.ToNetwork([.. shape], layers), train)[0].ToDense());
        SpikingLayerWeights plain = layers[0] with
        {
            Layer = layers[0].Layer with { BatchNormalizationThroughTime = false },
            StepScales = [],
            StepBiases = [],
        };
        Assert.NotEqual(expected,
            LayerSpikes.Of(GivenWeights.ToNetwork([.. shape], [plain, .. layers.Skip(1)]), train)[0].ToDense());
    }

    /// <summary>snnTorch's <c>BatchNormTT1d</c> is a list of torch's own layers without biases.</summary>
    [Fact]
    public void A_state_dictionarys_normalisation_of_each_step_is_read_and_written()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(5);
        Tensor weight = randn([4, 6], generator: generator), bias = randn([4], generator: generator);
        Dictionary<string, Tensor> state = new() { ["fc1.weight"] = weight, ["fc1.bias"] = bias };
        for (int step = 0; step < NumSteps; step++)
        {
            state[$"bn1.{step}.weight"] = rand([4], generator: generator) + 0.5;
            state[$"bn1.{step}.running_mean"] = randn([4], generator: generator);
            state[$"bn1.{step}.running_var"] = rand([4], generator: generator) + 0.5;
            state[$"bn1.{step}.num_batches_tracked"] = tensor(3L);
        }
        state["lif1.beta"] = tensor(0.9f);
        SpikingLayerWeights layer = Assert.Single(SpikingStateDict.Read(state));
        Tensor spikes = rand([NumSteps, 5, 6], generator: generator).gt(0.5).to(ScalarType.Float32);
        Tensor expected = stack(Enumerable.Range(0, NumSteps).Select(step => nn.functional.batch_norm(
            matmul(spikes[step], weight.t()) + bias, state[$"bn1.{step}.running_mean"], state[$"bn1.{step}.running_var"],
            state[$"bn1.{step}.weight"])));
        NeuronFixture.AssertClose(expected, Currents(layer, spikes));
        SpikingLayerWeights again = Assert.Single(SpikingStateDict.Read(SpikingStateDict.Write([layer])));
        NeuronFixture.AssertClose(expected, Currents(again, spikes));

        // The package's own module holds all steps in one entry.
        Dictionary<string, Tensor> own = new() { ["fc1.weight"] = weight, ["fc1.bias"] = bias };
        foreach (string entry in new[] { "weight", "running_mean", "running_var" })
            own[$"bn1.{entry}"] = stack(Enumerable.Range(0, NumSteps).Select(step => state[$"bn1.{step}.{entry}"]));
        own["lif1.beta"] = tensor(0.9f);
        NeuronFixture.AssertClose(expected, Currents(Assert.Single(SpikingStateDict.Read(own)), spikes));

        state["bn1.7.running_var"] = ones(3);
        Assert.Contains("'bn1.7' has", Assert.Throws<ArgumentException>(() => SpikingStateDict.Read(state)).Message,
            StringComparison.Ordinal);
        SpikingLayerWeights silent = layer with { StepScales = [.. new float[4 * NumSteps]] };
        Assert.Contains("StepScale of 0", Assert.Throws<ArgumentException>(() => SpikingStateDict.Write([silent])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Given_scales_that_do_not_fit_are_refused()
    {
        void Refuses(string message, params SpikingLayerWeights[] layers) => Assert.Contains(message,
            Assert.Throws<ArgumentException>(() => GivenWeights.ToNetwork([2], layers)).Message, StringComparison.Ordinal);

        SpikingLayerWeights scaled = Output with
        {
            Layer = SpikingLayer.Dense(2) with { BatchNormalizationThroughTime = true },
            StepScales = [1, 1, 1, 1],
            StepBiases = [0, 0, 0, 0],
        };
        Assert.Equal(2, GivenWeights.ToNetwork([2], [scaled, Output]).NumSteps);
        Refuses("needs 2 StepScales and as many StepBiases for each step, got 0 and 0",
            scaled with { StepScales = [], StepBiases = [] }, Output);
        Refuses("got 3 and 3", scaled with { StepScales = [1, 1, 1], StepBiases = [0, 0, 0] }, Output);
        Refuses("got 4 and 2", scaled with { StepBiases = [0, 0] }, Output);
        Refuses("not finite", scaled with { StepScales = [1, float.NaN, 1, 1] }, Output);
        Refuses("BatchNormalizationThroughTime must be true", Output with { StepScales = [1, 1] }, Output);
        Refuses("for 1 step, but one before it has them for 2",
            scaled, scaled with { StepScales = [1, 1], StepBiases = [0, 0] }, Output);
    }

    [Fact]
    public void Two_normalisations_and_one_of_pooling_are_refused()
    {
        foreach (SpikingLayer layer in new[]
        {
            SpikingLayer.Dense(4) with { BatchNormalization = true, BatchNormalizationThroughTime = true },
            SpikingLayer.Dropout() with { BatchNormalizationThroughTime = true },
        })
            Assert.Contains("BatchNormalizationThroughTime", Assert.Throws<ArgumentOutOfRangeException>(
                () => new MLContext().MulticlassClassification.Trainers.SpikingNetwork(options: new() { Layers = [layer] }))
                .Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_another_number_of_steps_are_refused()
    {
        MLContext context = new(seed: 1);
        IDataView digits = Digits.Train(context);
        SpikingNetworkTransformer network = Digits.Pipeline(context, Digits.Quick with
        {
            Epochs = 1,
            Layers = [SpikingLayer.Dense(9) with { BatchNormalizationThroughTime = true }],
        }).Fit(digits).LastTransformer;
        IDataView longer = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 11, Seed = 2 })
            .Fit(digits).Transform(digits);
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => network.Transform(longer)).Message;
        Assert.Contains("[10, 28, 28], as in training, because batch normalisation", message, StringComparison.Ordinal);
        Assert.Contains("trained on 10 steps", Assert.Throws<ArgumentException>(
            () => network.GetLayerSpikes(longer.GetSpikeTrains("Spikes").First())).Message, StringComparison.Ordinal);
    }

    private static Tensor Currents(SpikingLayerWeights layer, Tensor spikes) =>
        tensor([.. layer.StepScales]).view(NumSteps, 1, 4)
            * (matmul(spikes, tensor([.. layer.Weights]).view(4, 6).t()) + tensor([.. layer.Bias]))
            + tensor([.. layer.StepBiases]).view(NumSteps, 1, 4);
}
