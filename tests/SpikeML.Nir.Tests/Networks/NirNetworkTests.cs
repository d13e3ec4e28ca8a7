using Microsoft.ML;
using SpikeML.Nir.Tests.Running;
using SpikeML.Torch;
using static SpikeML.Nir.Tests.Networks.ExampleNetworks;

namespace SpikeML.Nir.Tests.Networks;

public class NirNetworkTests
{
    private static readonly float[] Betas = [.. Enumerable.Range(0, 20).Select(i => i / 19f)];

    private static FiringOptions AtOnce => new() { ResetDelay = false };

    /// <summary>Everything that NIR says exactly.</summary>
    public static TheoryData<string> Exact => [.. Networks.Keys];

    internal static Dictionary<string, Func<SpikingNetworkTransformer>> Networks { get; } = new()
    {
        ["leaky"] = () => Dense(Zero()),
        ["a beta for each neuron, 0 and 1 among them"] = () => Dense(Zero(Betas)),
        ["without leak"] = () => Dense(Zero(1)),
        ["with a reset at once"] = () => Dense(NeuronModel.Leaky(0.7, reset: ResetMechanism.Zero, firing: AtOnce)),
        ["without reset"] = () => Dense(NeuronModel.Leaky(0.7, threshold: 2, reset: ResetMechanism.None)),
        ["without leak and reset"] = () => Dense(NeuronModel.Leaky(1, threshold: 4, reset: ResetMechanism.None)),
        ["graded"] = () => Dense(NeuronModel.Leaky(0.7, reset: ResetMechanism.Zero,
            firing: new() { GradedSpikesFactor = 0.6 })),
        ["Lapicque"] = () => Dense(NeuronModel.LapicqueCircuit(5, 2, 1, reset: ResetMechanism.Zero, firing: AtOnce)),
        ["synaptic"] = () => Dense(NeuronModel.Synaptic(Betas, 0.8, reset: ResetMechanism.Zero, firing: AtOnce)),
        ["synaptic without reset"] = () => Dense(NeuronModel.Synaptic(0.5, 0.8, 3, reset: ResetMechanism.None)),
        ["a weight of one's own spikes"] = () =>
            Dense(NeuronModel.RLeaky(0.8, 0.3, reset: ResetMechanism.Zero, firing: AtOnce)),
        ["feedback"] = () => Dense(NeuronModel.RLeaky(0.8, reset: ResetMechanism.Zero, firing: AtOnce)),
        ["feedback of graded spikes without reset"] = () => Dense(NeuronModel.RSynaptic(0.3, 0.8, threshold: 3,
            reset: ResetMechanism.None, firing: new() { GradedSpikesFactor = 0.5 })),
        ["images"] = () => Images(),
        ["the largest of spikes"] = () => Images(SpikingLayer.MaxPooling()),
        ["images with feedback"] = () => Images(model: NeuronModel.RLeaky(0.8, reset: ResetMechanism.Zero, firing: AtOnce)),
        ["images with a weight for each channel"] = () => Images(model: NeuronModel.RLeaky(0.8,
            new float[] { 1, 2, 3, -1, -2, -3 }, reset: ResetMechanism.Zero, firing: AtOnce)),
    };

    [Theory]
    [MemberData(nameof(Exact))]
    public void ToNir_gives_a_graph_whose_equations_fire_the_same_spikes(string kind)
    {
        SpikingNetworkTransformer network = Networks[kind]();
        NirGraph graph = new MLContext().Model.ToNir(network);
        int spikes = 0, values = 0;
        foreach (SpikeTrain train in Trains(20))
        {
            PlainWalk<double> walk = new(graph, 1e-4);
            float[] dense = train.ToDense(), expected = network.GetLayerSpikes(train)[^1].ToDense();
            for (int step = 0; step < 20; step++)
            {
                double[] output = walk.Step([.. dense.AsSpan(step * 128, 128).ToArray().Select(value => (double)value)]);
                Assert.Equal(expected.AsSpan(step * 4, 4).ToArray(), output.Select(value => (float)value));
            }
            spikes += expected.Count(value => value > 0);
            values += expected.Length;
        }
        Assert.InRange(spikes, values / 50, values * 49 / 50);
    }

    [Theory]
    [MemberData(nameof(Exact))]
    public void A_network_that_was_saved_and_read_back_is_the_same_bit_for_bit(string kind)
    {
        SpikingNetworkTransformer network = Networks[kind]();
        SpikingNetworkTransformer read = SaveAndRead(network, null);
        Assert.Equal("Events", read.SpikeColumnName);
        AssertSame(network, read);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reset_that_NIR_cannot_say_is_refused_with_the_remedy_or_approximated(bool delay)
    {
        SpikingNetworkTransformer network =
            Dense(NeuronModel.Leaky(0.8, reset: ResetMechanism.Subtract, firing: new() { ResetDelay = delay }));
        MLContext mlContext = new();
        var error = Assert.Throws<NotSupportedException>(() => mlContext.Model.SaveNir(network, new MemoryStream()));
        Assert.Equal("Layer 1 (dense 20) has neurons whose reset subtracts the threshold, which NIR cannot say. Train with "
            + "ResetMechanism.Zero (or None), or save with NirReset.Approximate: other tools then reset to zero, and give other "
            + "spikes.", error.Message.Replace(", leaky", "", StringComparison.Ordinal));

        NirOptions options = new() { Reset = NirReset.Approximate };
        NirLif lif = (NirLif)mlContext.Model.ToNir(network, options).Nodes["lif1"];
        Assert.Equal(NirArray.Filled(0f, [20]), lif.VReset);
        Assert.Equal("Subtract", lif.Metadata["reset"]);
        AssertSame(network, SaveAndRead(network, options));
    }

    private static SpikingNetworkTransformer SaveAndRead(SpikingNetworkTransformer network, NirOptions? options)
    {
        MLContext mlContext = new();
        using MemoryStream stream = new();
        mlContext.Model.SaveNir(network, stream, options);
        stream.Position = 0;
        Assert.True(NirGraph.Read(stream).TryGetSpikingNetwork(mlContext, out SpikingNetworkTransformer? read,
            out string? reason), reason);
        return read;
    }

    /// <summary>The models that ML.NET would save are the same bytes, and so are the spikes.</summary>
    private static void AssertSame(SpikingNetworkTransformer network, SpikingNetworkTransformer read)
    {
        Assert.Equal(network.OutputsPerClass, read.OutputsPerClass);
        foreach ((SpikingLayerWeights one, SpikingLayerWeights other) in network.Layers.Zip(read.Layers))
        {
            Assert.Equal(one.Layer, other.Layer);
            Assert.Equal((one.Beta, one.Threshold, one.Reset), (other.Beta, other.Threshold, other.Reset));
            Assert.Equal(one.Weights, other.Weights);
            Assert.Equal(one.Bias, other.Bias);
            Assert.Equal(one.RecurrentWeights, other.RecurrentWeights);
            Assert.Equal(one.RecurrentBias, other.RecurrentBias);
        }
        foreach (SpikeTrain train in Trains(5))
            Assert.Equal(network.GetLayerSpikes(train).Select(layer => layer.ToDense()),
                read.GetLayerSpikes(train).Select(layer => layer.ToDense()));
    }
}
