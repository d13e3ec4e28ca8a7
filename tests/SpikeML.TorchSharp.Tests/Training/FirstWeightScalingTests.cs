using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Training;

public class FirstWeightScalingTests
{
    private static readonly SpikingNetworkOptions Options = new()
    {
        Beta = 0.9,
        Threshold = 0.7,
        Layers = [SpikingLayer.Dense(6)],
    };

    [Fact]
    public void Run_scales_hidden_neurons_by_their_threshold_and_spiking_outputs_by_half()
    {
        using DisposeScope scope = NewDisposeScope();
        SpikingNetworkModule network = Network([5], Options);
        Tensor[] batches = [Spikes(20, 30, 5), Spikes(20, 7, 5)];

        new FirstWeightScaling(network, Options, readsMembranes: false).Run(batches);

        Tensor[] hidden = [.. batches.Select(batch => network.Weigh(0, batch))];
        AssertMembranes(Join(hidden), network.Bias(0), 0, 0.7);
        Tensor[] output = [.. hidden.Select(currents => network.Weigh(1, network.Neurons(0).call(currents).Spikes))];
        AssertMembranes(Join(output), network.Bias(1), 0.35, 0.35);
    }

    [Fact]
    public void Run_centres_outputs_that_are_read_by_their_membranes()
    {
        using DisposeScope scope = NewDisposeScope();
        SpikingNetworkOptions options = Options with { Layers = [] };
        SpikingNetworkModule network = Network([5], options);
        Tensor spikes = Spikes(20, 40, 5);
        new FirstWeightScaling(network, options, readsMembranes: true).Run([spikes]);
        AssertMembranes(network.Weigh(0, spikes), network.Bias(0), 0, 0.1);
    }

    [Fact]
    public void Run_scales_a_convolution_by_channel()
    {
        using DisposeScope scope = NewDisposeScope();
        SpikingNetworkOptions options = Options with { Layers = [SpikingLayer.Convolution(4, 3, 2)] };
        SpikingNetworkModule network = Network([6, 5], options);
        Tensor drawn = network.Weight(0).clone(), spikes = Spikes(12, 16, 6, 5);
        new FirstWeightScaling(network, options, readsMembranes: true).Run([spikes]);
        // [numSteps, batch, channels, height, width] -> [numSteps, others, channels]
        AssertMembranes(network.Weigh(0, spikes).permute(0, 1, 3, 4, 2).flatten(1, 3), network.Bias(0), 0, 0.7);
        Tensor scales = (network.Weight(0) / drawn).flatten(1);
        Assert.True(scales.amax([1]).allclose(scales.amin([1]), rtol: 1e-4));
    }

    public static TheoryData<NeuronModel> Models =>
    [
        NeuronModel.Synaptic(0.6, new[] { 0.5f, 0.7f, 0.8f, 0.9f }, 0.7),
        NeuronModel.Alpha(0.9, 0.7, 0.2),
        NeuronModel.Lapicque(0.8, threshold: new[] { 0.2f, 0.3f, 0.4f, 0.5f }),
        NeuronModel.RLeaky(0.9, threshold: 0.5),
        NeuronModel.RSynaptic(0.5, 0.8, weight: 3, threshold: 0.5),
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void Run_scales_neurons_of_every_model_to_their_thresholds(NeuronModel model)
    {
        using DisposeScope scope = NewDisposeScope();
        SpikingNetworkOptions options = Options with
        {
            Layers =
            [
                SpikingLayer.Dense(4, model), SpikingLayer.Dropout(),
                SpikingLayer.Dense(4, model) with { BatchNormalization = true },
            ],
        };
        SpikingNetworkModule network = Network([5], options);
        Tensor spikes = Spikes(20, 32, 5);
        new FirstWeightScaling(network, options, readsMembranes: true).Run([spikes]);
        Tensor thresholds = network.Neurons(0).Threshold.expand(4);
        foreach (int layer in new[] { 0, 2 })
        {
            using SpikingNeuron neurons = NeuronModules.Integrators(model, network.Layers[layer], options.Surrogate);
            using (no_grad())
            {
                Tensor currents = network.Weigh(layer, spikes);
                Assert.True(neurons.call(currents).Membrane.mean([0, 1]).abs().max().item<float>() < 1e-3);
                Assert.True(neurons.call(currents - network.Bias(layer)).Membrane.flatten(0, 1).std(0, unbiased: false)
                    .allclose(thresholds, rtol: 1e-3));
                spikes = network.RunLayer(layer, spikes).Recording.Spikes;
            }
            Assert.Equal(0f, network.Recurrent(layer)?.Bias.abs().sum().item<float>() ?? 0);
        }
    }

    [Theory]
    [InlineData(0f, 20)]
    [InlineData(1f, 1)]
    public void Run_keeps_drawn_weights_where_the_membrane_is_constant(float value, int numSteps)
    {
        using DisposeScope scope = NewDisposeScope();
        SpikingNetworkModule network = Network([5], Options);
        Tensor drawn = network.Weight(0).clone();
        IReadOnlyList<double> shares = new FirstWeightScaling(network, Options, readsMembranes: true)
            .Run([full([numSteps, 9, 5], value)]);
        Assert.True(drawn.eq(network.Weight(0)).all().item<bool>());
        Assert.Equal([1.0], shares);
        Assert.True(network.Bias(0).isfinite().all().item<bool>());
    }

    [Fact]
    public void Run_leaves_the_weights_alone_when_they_are_to_be_uniform()
    {
        using DisposeScope scope = NewDisposeScope();
        SpikingNetworkOptions options = Options with { FirstWeights = SpikingFirstWeights.Uniform };
        SpikingNetworkModule network = Network([5], options);
        Tensor[] drawn = [.. network.parameters().Select(parameter => parameter.clone())];
        new FirstWeightScaling(network, options, readsMembranes: true).Run([Spikes(20, 30, 5)]);
        Assert.All(network.parameters().Zip(drawn), pair => Assert.True(pair.First.eq(pair.Second).all().item<bool>()));
    }

    [Fact]
    public void Run_keeps_every_layer_of_a_deep_stack_telling_rows_apart()
    {
        using DisposeScope scope = NewDisposeScope();
        SpikingNetworkOptions options = Options with { Layers = [.. Enumerable.Repeat(SpikingLayer.Dense(50), 8)] };
        Tensor spikes = Spikes(20, 64, 5);
        IReadOnlyList<double> shares = new FirstWeightScaling(Network([5], options), options, readsMembranes: true).Run([spikes]);
        Assert.Equal(8, shares.Count);
        Assert.All(shares, share => Assert.InRange(share, 0, 0.1));
    }

    private static SpikingNetworkModule Network(ImmutableArray<int> inputShape, SpikingNetworkOptions options)
    {
        using Generator generator = new(3);
        return new(LayerGeometry.Stack(inputShape, options.Layers, 3)!.Value, options, ResetMechanism.Subtract, generator);
    }

    private static Tensor Spikes(params long[] shape)
    {
        using Generator generator = new(7);
        return rand(shape, generator: generator).lt(0.2).to(ScalarType.Float32);
    }

    private static Tensor Join(Tensor[] currents) => cat(currents, 1);

    /// <summary>The mean is that of all currents, the deviation that of the spikes alone.</summary>
    private static void AssertMembranes(Tensor currents, Tensor bias, double mean, double deviation)
    {
        Assert.All(Membranes(currents).mean([0]).data<float>().ToArray(), value => Assert.Equal(mean, value, 1e-4));
        Assert.All(Membranes(currents - bias).std(0, unbiased: false).data<float>().ToArray(),
            value => Assert.Equal(deviation, value, 1e-4));
    }

    /// <summary>Integrates currents, [numSteps, rows, neurons], without reset.</summary>
    private static Tensor Membranes(Tensor currents)
    {
        Tensor membrane = zeros_like(currents[0]);
        List<Tensor> membranes = [];
        foreach (Tensor current in currents.detach().unbind(0))
            membranes.Add(membrane = membrane * Options.Beta + current);
        return stack(membranes).flatten(0, 1);
    }
}
