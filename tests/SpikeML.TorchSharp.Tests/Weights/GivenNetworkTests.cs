using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch.Tests.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Weights;

public class GivenNetworkTests
{
    private static readonly SpikingLayerWeights Output = new()
    {
        Layer = SpikingLayer.Dense(2),
        Weights = [1, 0, 0, 1],
        Bias = [0, 0],
        Beta = 0.5,
    };

    public static TheoryData<SpikingNetworkOptions> Networks =>
    [
        Digits.Quick with { Epochs = 1, LearnThreshold = true },
        Digits.Quick with { Epochs = 1, Layers = [SpikingLayer.Convolution(3, 3, 2), SpikingLayer.Convolution(4, 5, 2)] },
        Digits.Quick with { Epochs = 1, Layers = [SpikingLayer.Convolution(3, 3, 3), SpikingLayer.Dense(9)], LearnBeta = true },
    ];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Layers_read_and_given_again_predict_the_same(SpikingNetworkOptions options)
    {
        MLContext context = new(seed: 1);
        TransformerChain<SpikingNetworkTransformer> model = Digits.Pipeline(context, options).Fit(Digits.Train(context));
        IDataView spikes = model.First().Transform(Digits.Test(context));
        SpikingNetworkTransformer given = context.MulticlassClassification.CreateSpikingNetwork([28, 28],
            model.LastTransformer.Layers, options: new() { Score = SpikingScore.MeanMembrane });
        Assert.Equal(Scores(model.LastTransformer.Transform(spikes)), Scores(given.Transform(spikes)));
    }

    [Fact]
    public void A_state_dictionary_written_and_read_gives_the_same_layers()
    {
        using DisposeScope scope = NewDisposeScope();
        MLContext context = new(seed: 1);
        IReadOnlyList<SpikingLayerWeights> layers = Digits.Pipeline(context, Digits.Quick with
        {
            Epochs = 1,
            Layers = [SpikingLayer.Convolution(3, 3, 2), SpikingLayer.Dense(5)],
        }).Fit(Digits.Train(context)).LastTransformer.Layers;
        Dictionary<string, Tensor> state = SpikingStateDict.Write(layers);
        Assert.Equal(["conv1.weight", "conv1.bias", "lif1.threshold", "lif1.beta"], state.Keys.Take(4));
        Assert.Equal([3L, 1, 3, 3], state["conv1.weight"].shape);
        IReadOnlyList<SpikingLayerWeights> read = SpikingStateDict.Read(state, stride: 2);
        foreach ((SpikingLayerWeights layer, SpikingLayerWeights again) in layers.Zip(read))
        {
            Assert.Equal(layer.Layer, again.Layer);
            Assert.Equal(layer.Weights, again.Weights.AsEnumerable());
            Assert.Equal(layer.Bias, again.Bias.AsEnumerable());
            Assert.Equal((layer.Beta, layer.Threshold, layer.Reset), (again.Beta, again.Threshold, again.Reset));
        }
        // The outputs of the default never reset, which the dictionary says too.
        Assert.Equal(ResetMechanism.None, read[^1].Reset);
    }

    /// <summary>A plain TorchSharp module of snnTorch's form: its state gives its output spikes.</summary>
    [Fact]
    public void A_network_of_a_modules_state_fires_as_the_module_does()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(5);
        using var first = nn.Linear(6, 8);
        using var last = nn.Linear(8, 3, hasBias: false);
        using Leaky hidden = new(0.8, threshold: 0.3), output = new(0.9, threshold: 0.2, reset: ResetMechanism.Zero);
        using (no_grad())
        {
            first.weight.copy_(rand([8, 6], generator: generator) * 0.5);
            first.bias!.copy_(rand([8], generator: generator) * 0.4 - 0.2);
            last.weight.copy_(rand([3, 8], generator: generator) * 0.4 - 0.1);
        }
        Dictionary<string, Tensor> state = [];
        (string Name, nn.Module Module)[] parts = [("fc1", first), ("lif1", hidden), ("fc2", last), ("lif2", output)];
        foreach ((string name, nn.Module module) in parts)
        {
            foreach ((string key, Tensor value) in module.state_dict())
                state[$"{name}.{key}"] = value;
        }
        state["lif2.reset_mechanism_val"] = tensor(1);
        Tensor spikes = rand([15, 1, 6], generator: generator).gt(0.5).to(ScalarType.Float32);
        float[] expected = output.call(last.call(hidden.call(first.call(spikes)).Spikes)).Spikes.data<float>().ToArray();

        SpikingNetworkTransformer network = new MLContext().MulticlassClassification
            .CreateSpikingNetwork([6], SpikingStateDict.Read(state));

        SpikeTrain train = SpikeTrain.FromDense(spikes.data<float>().ToArray(), 15, 6);
        Assert.Equal(expected, network.GetLayerSpikes(train)[^1].ToDense());
        Assert.InRange(expected.Sum(), 1, 45);
    }

    [Fact]
    public void Given_class_names_are_the_predicted_labels_key_values_when_the_network_is_loaded()
    {
        MLContext context = new();
        IDataView spikes = context.Data.LoadFromEnumerable(
            [new Row { Spikes = [0, 1, 0, 1, 0, 1] }, new Row { Spikes = [1, 0, 1, 0, 1, 0] }]);
        SpikingNetworkTransformer network = context.MulticlassClassification.CreateSpikingNetwork([2],
            [Output with { Threshold = 0.5 }], options: new() { ClassNames = ["cat", "dog"] });
        using MemoryStream file = new();
        context.Model.Save(network, spikes.Schema, file);
        file.Position = 0;
        IDataView scored = new MLContext().Model.Load(file, out _).Transform(spikes);
        IDataView named = context.Transforms.Conversion.MapKeyToValue("PredictedLabel").Fit(scored).Transform(scored);
        Assert.Equal(["dog", "cat"], named.GetColumn<string>("PredictedLabel"));
    }

    [Fact]
    public void Binary_and_regression_networks_read_two_outputs_and_one()
    {
        MLContext context = new();
        IDataView spikes = context.Data.LoadFromEnumerable([new Row { Spikes = [0, 1, 0, 1, 0, 1] }]);
        SpikingNetworkTransformer binary = context.BinaryClassification.CreateSpikingNetwork([2],
            [Output with { Threshold = 0.5 }]);
        Assert.Equal([true], binary.Transform(spikes).GetColumn<bool>("PredictedLabel"));
        SpikingLayerWeights one = Output with
        {
            Layer = SpikingLayer.Dense(1),
            Weights = [0, 1],
            Bias = [0],
            Reset = ResetMechanism.None,
        };
        SpikingNetworkTransformer number = context.Regression.CreateSpikingNetwork([2], [one],
            options: new() { LabelMean = 10, LabelScale = 6 });
        // The membranes are 1, 1.5 and 1.75.
        Assert.Equal(10 + 6 * 4.25f / 3, Assert.Single(number.Transform(spikes).GetColumn<float>("Score")), 1e-5);
    }

    [Fact]
    public void CreateSpikingNetwork_says_which_layer_does_not_fit()
    {
        void Refuses(string message, int[] shape, params SpikingLayerWeights[] layers) => Assert.Contains(message,
            Assert.Throws<ArgumentException>(
                () => new MLContext().MulticlassClassification.CreateSpikingNetwork(shape, layers)).Message,
            StringComparison.Ordinal);

        Refuses("at least one layer", [2]);
        Refuses("Layer 1 (dense 2) needs 6 weights, 3 for each of its 2, got 4.", [3], Output);
        Refuses("Layer 1 (dense 2) needs 2 biases, got 1.", [2], Output with { Bias = [0] });
        Refuses("not finite", [2], Output with { Weights = [1, 0, 0, float.NaN] });
        Refuses("Layer 1 (dense 2) needs a Beta, or a NeuronModel.", [2], Output with { Beta = null });
        Refuses("has a NeuronModel, so Beta, Threshold and Reset must be null", [2],
            Output with { Layer = SpikingLayer.Dense(2, NeuronModel.Leaky(0.5)) });
        SpikingLayerWeights fed = Output with { Layer = SpikingLayer.Dense(2, NeuronModel.RLeaky(0.5)), Beta = null };
        Refuses("Layer 1 (dense 2, recurrent leaky) needs 4 recurrent weights, 2 for each of its 2, got 0.", [2], fed);
        Refuses("needs 2 recurrent biases, got 0.", [2], fed with { RecurrentWeights = [0, 0, 0, 0] });
        Refuses("needs 0 recurrent weights, got 1.", [2], Output with { RecurrentWeights = [0] });
        Refuses("BatchNormalization must be false", [2],
            Output with { Layer = SpikingLayer.Dense(2) with { BatchNormalization = true } });
        Refuses("Layer 1 (max pooling 3x3) needs images of at least 3 x 3, got 2 x 5", [2, 5],
            new SpikingLayerWeights { Layer = SpikingLayer.MaxPooling(3), Weights = [], Bias = [] }, Output);
        Refuses("Layer 1 (max pooling 2x2) needs 0 weights, got 1", [2, 4],
            new SpikingLayerWeights { Layer = SpikingLayer.MaxPooling(), Weights = [1], Bias = [] }, Output);
        Refuses("Beta must be 0 to 1, got 1.5", [2], Output with { Beta = 1.5 });
        Refuses("must be a dense layer, got convolution", [2], Output with { Layer = SpikingLayer.Convolution(2) });
        Refuses("A convolution needs an image before it", [2], Output with { Layer = SpikingLayer.Convolution(2) }, Output);
        Refuses("needs at least 2", [2], Output with { Layer = SpikingLayer.Dense(1), Weights = [0, 1], Bias = [0] });
    }

    [Theory]
    [InlineData("'bn.weight' stands where the neurons after 'fc' are expected", "fc.weight", "bn.weight", "bn.bias")]
    [InlineData("'fc.running_mean' is an entry of another kind", "fc.weight", "fc.running_mean")]
    [InlineData("'lif.gate' is an entry of another kind", "fc.weight", "lif.beta", "lif.gate")]
    [InlineData("'fc' has no neurons after it", "fc.weight", "fc.bias")]
    [InlineData("'lif.beta' stands where the weights of a layer are expected", "lif.beta")]
    [InlineData("no layers")]
    public void A_state_dictionary_of_other_parts_is_refused_by_name(string message, params string[] keys)
    {
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, Tensor> state = keys.ToDictionary(key => key, key => key == "fc.weight" ? ones(2, 2)
            : key == "fc.bias" ? ones(2) : tensor(0.5f));
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => SpikingStateDict.Read(state)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fc.weight", new long[] { 2 }, "'fc.weight' has the shape [2]: expected [neurons, inputs] or [channels, ")]
    [InlineData("fc.bias", new long[] { 3 }, "'fc.bias' has the shape [3]: expected [2] for the 2 neurons of 'fc'.")]
    [InlineData("fc.bias", new long[] { 2, 1 }, "'fc.bias' has the shape [2, 1]: expected [2] for the 2 neurons of 'fc'.")]
    [InlineData("bn.running_mean", new long[] { 1 }, "'bn.running_mean' has the shape [1]: expected [2] for the 2 neurons")]
    [InlineData("bn.running_var", new long[] { 4 }, "'bn.running_var' has the shape [4]: expected [2] for the 2 neurons of 'fc'")]
    [InlineData("lif.beta", new long[] { 3 }, "'lif.beta' has the shape [3]: expected one number, or [2] for the 2 neurons")]
    [InlineData("lif.recurrent.weight", new long[] { 2, 3 }, "'lif.recurrent.weight' has the shape [2, 3]: expected [2, 2] for")]
    [InlineData("lif.recurrent.bias", new long[] { 1 }, "'lif.recurrent.bias' has the shape [1]: expected [2] for the 2 neurons")]
    [InlineData("lif.reset_mechanism_val", new long[] { 2 }, "'lif.reset_mechanism_val' must be 0 (subtract), 1 (zero) or 2")]
    public void A_state_dictionary_with_an_entry_of_another_shape_is_refused_by_name(string key, long[] shape, string message)
    {
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, Tensor> state = new()
        {
            ["fc.weight"] = ones(2, 3),
            ["fc.bias"] = ones(2),
            ["bn.weight"] = ones(2),
            ["bn.running_mean"] = ones(2),
            ["bn.running_var"] = ones(2),
            ["lif.beta"] = ones(2) * 0.5,
            ["lif.recurrent.weight"] = ones(2, 2),
            ["lif.recurrent.bias"] = ones(2),
            ["lif.reset_mechanism_val"] = tensor(2),
        };
        Assert.Equal(ResetMechanism.None, Assert.Single(SpikingStateDict.Read(state)).Layer.NeuronModel!.Reset);
        state[key] = ones(shape) * 0.5;
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => SpikingStateDict.Read(state)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_of_a_convolutions_state_are_one_per_channel()
    {
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, Tensor> state = new()
        {
            ["conv.weight"] = ones(2, 1, 3, 3),
            ["lif.beta"] = tensor([0.5f, 0.5f, 0.75f, 0.75f], [2, 1, 2]),
        };
        Assert.Equal([0.5f, 0.75f], SpikingStateDict.Read(state)[0].Layer.NeuronModel!.Constants["beta"].Values);
        state["lif.beta"] = tensor([0.5f, 0.25f, 0.75f, 0.75f], [2, 1, 2]);
        Assert.StartsWith("'lif.beta' has the shape [2, 1, 2]: expected one number, or [2] for the 2 channels of 'conv'.",
            Assert.Throws<ArgumentException>(() => SpikingStateDict.Read(state)).Message, StringComparison.Ordinal);
    }

    private static float[][] Scores(IDataView scored) => [.. scored.GetColumn<float[]>("Score")];

    private sealed class Row
    {
        [VectorType(3, 2)]
        public float[] Spikes { get; set; } = [];
    }
}
