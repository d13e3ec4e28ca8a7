using SpikeML.Torch.Tests.Fixtures;
using SpikeML.Torch.Tests.Inference;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Networks;

public class BatchNormalizationTests
{
    [Fact]
    public void Currents_are_normalised_as_torchs_own_layer_does_over_rows_and_steps()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(3);
        Tensor currents = (randn([6, 4, 3], generator: generator) * 2 + 1).requires_grad_(), bias = tensor(new[] { 0.5f, 0, -1 });
        Tensor weights = randn([6, 4, 3], generator: generator);
        using CurrentNormalization normalization = new(3);
        using BatchNorm1d torchs = nn.BatchNorm1d(3);
        using (no_grad())
        {
            normalization.Scale.copy_(tensor(new[] { 1, 2, 0.5f }));
            torchs.weight!.copy_(normalization.Scale);
            torchs.bias!.copy_(bias);
        }

        Tensor actual = normalization.Run(currents, bias);
        (actual * weights).sum().backward();
        Tensor gradient = currents.grad!.clone();
        currents.grad!.zero_();
        Tensor expected = torchs.call(currents.flatten(0, 1)).view_as(currents);
        (expected * weights).sum().backward();
        NeuronFixture.AssertClose(expected.detach(), actual.detach());
        NeuronFixture.AssertClose(currents.grad!, gradient);

        normalization.eval();
        torchs.eval();
        NeuronFixture.AssertClose(torchs.call(currents.flatten(0, 1)).view_as(currents).detach(),
            normalization.Run(currents, bias).detach());
    }

    public static TheoryData<int[], SpikingLayer> Layers => new()
    {
        { [9], SpikingLayer.Dense(6) with { BatchNormalization = true } },
        { [2, 5, 6], SpikingLayer.Convolution(4, 3, 2) with { BatchNormalization = true } },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Trained_weights_do_what_the_running_statistics_do(int[] shape, SpikingLayer layer)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(4);
        using SpikingNetworkModule module = new(LayerGeometry.Stack([.. shape], [layer], 3)!.Value, new() { Threshold = 0.4 },
            ResetMechanism.Subtract, generator);
        Tensor Input(int rows) => rand([12, rows, .. shape.Select(size => (long)size)], generator: generator).gt(0.5)
            .to(ScalarType.Float32);
        for (int i = 0; i < 40; i++)
            module.call(Input(8));
        module.eval();
        TrainedNetwork network = InferenceTests.RoundTrip(TrainedNetwork.Of(module, [.. shape]));
        Assert.False(network.Layers[0].Geometry.Layer.BatchNormalization);

        Tensor row = Input(1);
        IReadOnlyList<SpikeTrain> actual = LayerSpikes.Of(network, SpikeTrain.FromDense(row.data<float>().ToArray(), 12, shape));
        float[] expected = module.RunLayer(0, row).Recording.Spikes.detach().contiguous().data<float>().ToArray();
        Assert.Equal(expected, actual[0].ToDense());
        Assert.Contains(1f, expected);
        // Without the statistics, other neurons fire.
        module.train();
        Assert.NotEqual(expected, module.RunLayer(0, row).Recording.Spikes.detach().contiguous().data<float>().ToArray());
    }

    [Fact]
    public void A_state_dictionarys_batch_normalisation_becomes_part_of_the_weights()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(5);
        Tensor weight = randn([4, 6], generator: generator), mean = randn([4], generator: generator),
            variance = rand([4], generator: generator) + 0.5, scale = rand([4], generator: generator) + 0.5,
            shift = randn([4], generator: generator);
        Dictionary<string, Tensor> state = new()
        {
            ["fc.weight"] = weight,
            ["bn.weight"] = scale,
            ["bn.bias"] = shift,
            ["bn.running_mean"] = mean,
            ["bn.running_var"] = variance,
            ["bn.num_batches_tracked"] = tensor(3L),
            ["lif.beta"] = tensor(0.9f),
        };
        SpikingLayerWeights layer = Assert.Single(SpikingStateDict.Read(state));
        Tensor spikes = rand([5, 6], generator: generator).gt(0.5).to(ScalarType.Float32);
        Tensor expected = nn.functional.batch_norm(matmul(spikes, weight.t()), mean, variance, scale, shift);
        NeuronFixture.AssertClose(expected,
            matmul(spikes, tensor([.. layer.Weights]).view(4, 6).t()) + tensor([.. layer.Bias]));

        state["bn.running_var"] = ones(3);
        Assert.Contains("'bn.running_var' has the shape [3]: expected [4] for the 4 neurons of 'fc'",
            Assert.Throws<ArgumentException>(() => SpikingStateDict.Read(state)).Message, StringComparison.Ordinal);
    }
}
