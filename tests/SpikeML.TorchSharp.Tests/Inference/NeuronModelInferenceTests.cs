using Microsoft.ML;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Inference;

/// <summary>Every neuron model, spike by spike, fires as its module does with whole tensors.</summary>
public class NeuronModelInferenceTests
{
    private static readonly (string Name, NeuronModel Model)[] Models =
    [
        ("leaky, one each", NeuronModel.Leaky(new[] { 0.5f, 0.7f, 0.8f, 0.9f }, new[] { 0.2f, 0.3f, 0.25f, 0.4f })),
        ("leaky, learned", NeuronModel.Leaky(0.8, 0.3, learnBeta: true, learnThreshold: true)),
        ("leaky, zero, one each", NeuronModel.Leaky(new[] { 0.5f, 0.7f, 0.8f, 0.9f }, 0.3, reset: ResetMechanism.Zero)),
        ("leaky, inhibition", NeuronModel.Leaky(0.8, 0.2, firing: new() { Inhibition = true })),
        ("leaky, graded", NeuronModel.Leaky(0.8, 0.2, firing: new() { GradedSpikesFactor = new[] { 0.5f, 2, -1, 0.25f } })),
        ("leaky, at once", NeuronModel.Leaky(0.8, 0.2, firing: new() { ResetDelay = false })),
        ("leaky, zero at once", NeuronModel.Leaky(0.8, 0.2, reset: ResetMechanism.Zero, firing: new() { ResetDelay = false })),
        ("leaky, all at once", NeuronModel.Leaky(0.8, 0.2, firing: new()
        {
            Inhibition = true,
            GradedSpikesFactor = 0.5,
            ResetDelay = false,
        })),
        ("synaptic", NeuronModel.Synaptic(0.6, new[] { 0.5f, 0.7f, 0.8f, 0.9f }, 0.4)),
        ("synaptic, zero", NeuronModel.Synaptic(0.6, 0.7, 0.4, reset: ResetMechanism.Zero)),
        ("synaptic, none", NeuronModel.Synaptic(0.6, 0.7, 0.6, reset: ResetMechanism.None, learnAlpha: true)),
        ("alpha", NeuronModel.Alpha(0.9, 0.7, 0.05)),
        ("alpha, subtract", NeuronModel.Alpha(0.9, new[] { 0.5f, 0.6f, 0.7f, 0.8f }, 0.05, reset: ResetMechanism.Subtract)),
        ("alpha, none", NeuronModel.Alpha(0.9, 0.7, 0.05, reset: ResetMechanism.None)),
        ("Lapicque", NeuronModel.Lapicque(0.6, threshold: 0.1)),
        ("Lapicque's circuit, zero", NeuronModel.LapicqueCircuit(2, 1.5, 0.5, new[] { 0.05f, 0.1f, 0.1f, 0.15f },
            reset: ResetMechanism.Zero)),
        ("recurrent leaky", NeuronModel.RLeaky(0.8, threshold: 0.3)),
        ("recurrent leaky, one to one", NeuronModel.RLeaky(0.8, new[] { 0.3f, -0.3f, 0.1f, -0.6f }, 0.3)),
        ("recurrent leaky, zero, graded", NeuronModel.RLeaky(0.8, -0.2, 0.3, reset: ResetMechanism.Zero,
            firing: new() { GradedSpikesFactor = 1.5 })),
        ("recurrent synaptic", NeuronModel.RSynaptic(0.5, 0.8, threshold: 0.4, learnRecurrent: false)),
        ("recurrent synaptic, one to one", NeuronModel.RSynaptic(0.5, 0.8, 0.2, 0.4, reset: ResetMechanism.Zero)),
        ("leaky, quantised", NeuronModel.Leaky(0.8, 0.3, firing: Levels(StateQuantization.Uniform(4, 0.3)))),
        ("leaky, quantised at once", NeuronModel.Leaky(0.8, 0.3, firing: Levels(StateQuantization.Exponential(3,
            threshold: 0.3)) with { ResetDelay = false })),
        ("synaptic, quantised", NeuronModel.Synaptic(0.6, 0.7, 0.4, firing: Levels(StateQuantization.Uniform(5, 0.8)))),
        ("alpha, quantised", NeuronModel.Alpha(0.95, 0.5, 0.1, firing: Levels(StateQuantization.Uniform(6)))),
        ("recurrent leaky, quantised", NeuronModel.RLeaky(0.8, threshold: 0.3,
            firing: Levels(StateQuantization.Exponential(5, aroundThreshold: false, 0.3)))),
        ("recurrent synaptic, quantised", NeuronModel.RSynaptic(0.5, 0.8, 0.2, 0.4,
            firing: Levels(StateQuantization.Uniform(4, 0.8)))),
    ];

    public static TheoryData<string, bool> Cases =>
        [.. from model in Models from isImage in new[] { false, true } select (model.Name, isImage)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Layers_fire_as_the_trained_modules_layers_do(string name, bool isImage)
    {
        using DisposeScope scope = NewDisposeScope();
        (SpikingNetworkModule module, Tensor input, int[] shape) = Make(name, isImage);
        TrainedNetwork network = InferenceTests.RoundTrip(TrainedNetwork.Of(module, [.. shape]));
        AssertFires(module, input, train => LayerSpikes.Of(network, train));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Layers_given_again_and_through_a_state_dictionary_fire_as_before(string name, bool isImage)
    {
        using DisposeScope scope = NewDisposeScope();
        (SpikingNetworkModule module, Tensor input, int[] shape) = Make(name, isImage);
        IReadOnlyList<SpikingLayerWeights> layers = GivenWeights.Of(TrainedNetwork.Of(module, [.. shape]));
        MulticlassClassificationCatalog catalog = new MLContext().MulticlassClassification;
        AssertFires(module, input, catalog.CreateSpikingNetwork(shape, layers).GetLayerSpikes);

        NeuronModel model = module.Model(0);
        IReadOnlyList<SpikingLayerWeights> read = SpikingStateDict.Read(SpikingStateDict.Write(layers),
            module.Neurons(0).Reset, stride: 2, model.Kind == NeuronKind.Alpha ? NeuronKind.Alpha : NeuronKind.Synaptic);
        // A state dictionary has neither inhibition nor the delay of the reset nor the levels of states.
        SpikingLayerWeights first = read[0].Layer.NeuronModel is not NeuronModel found
            ? layers[0].Layer.NeuronModel is null ? read[0] : layers[0]
            : read[0] with
            {
                Layer = read[0].Layer with
                {
                    NeuronModel = found with
                    {
                        Inhibition = model.Inhibition,
                        ResetDelay = model.ResetDelay,
                        StateQuantization = model.StateQuantization,
                    },
                },
            };
        AssertFires(module, input, catalog.CreateSpikingNetwork(shape, [first, read[1] with { Reset = ResetMechanism.Subtract }])
            .GetLayerSpikes);
        Assert.Equal(layers[0].Layer, first.Layer);
    }

    private static FiringOptions Levels(StateQuantization levels) => new() { StateQuantization = levels };

    private static (SpikingNetworkModule, Tensor, int[]) Make(string name, bool isImage)
    {
        NeuronModel model = Models.Single(pair => pair.Name == name).Model;
        SpikingLayer layer = isImage ? SpikingLayer.Convolution(4, 3, 2, model) : SpikingLayer.Dense(4, model);
        int[] shape = isImage ? [2, 5, 6] : [9];
        Generator generator = new(12);
        SpikingNetworkModule module = new(LayerGeometry.Stack([.. shape], [layer], 3)!.Value, new() { Threshold = 0.2 },
            ResetMechanism.Subtract, generator);
        Tensor input = rand([25, 1, .. shape.Select(size => (long)size)], generator: generator).gt(0.5).to(ScalarType.Float32);
        return (module, input, shape);
    }

    private static void AssertFires(SpikingNetworkModule module, Tensor input, Func<SpikeTrain, IReadOnlyList<SpikeTrain>> run)
    {
        int[] shape = [.. input.shape.Skip(2).Select(size => (int)size)];
        IReadOnlyList<SpikeTrain> actual = run(SpikeTrain.FromDense(input.data<float>().ToArray(), 25, shape));
        Tensor hidden = module.RunLayer(0, input).Recording.Spikes;
        Tensor[] expected = [hidden, module.RunLayer(1, hidden).Recording.Spikes];
        for (int layer = 0; layer < 2; layer++)
        {
            float[] spikes = expected[layer].detach().contiguous().data<float>().ToArray();
            Assert.Equal(spikes, actual[layer].ToDense());
            if (layer == 0)
                Assert.InRange(spikes.Count(spike => spike != 0), 2, spikes.Length - 2);
        }
    }
}
