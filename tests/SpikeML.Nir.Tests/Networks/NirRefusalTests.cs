using Microsoft.ML;
using SpikeML.Torch;
using static SpikeML.Nir.Tests.Networks.ExampleNetworks;

namespace SpikeML.Nir.Tests.Networks;

public class NirRefusalTests
{
    public static TheoryData<string, string, bool> Models => new()
    {
        { "alpha", "Layer 1 (dense 20, alpha) has alpha neurons, for which NIR has no node. Use leaky or synaptic neurons.",
            false },
        { "inhibition", "Layer 1 (dense 20, leaky) lets only its strongest neuron fire, which NIR cannot say. Train without "
            + "Inhibition.", false },
        { "quantised", "Layer 1 (dense 20, leaky) has neurons whose states are quantised, which NIR cannot say. Train without "
            + "StateQuantization.", false },
        { "synaptic", "Layer 1 (dense 20, synaptic) has neurons whose reset to zero comes a step later and also drops "
            + "that step's input, which NIR cannot say. Train with new FiringOptions { ResetDelay = false }, or save with "
            + "NirReset.Approximate.", true },
        { "negative", "Layer 1 (dense 20, synaptic) has neurons that are reset to zero, which is above their threshold. "
            + "Save with NirReset.Approximate.", true },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void SaveNir_refuses_what_NIR_cannot_say_with_the_remedy(string kind, string message, bool canBeApproximated)
    {
        SpikingNetworkTransformer network = Dense(kind switch
        {
            "alpha" => NeuronModel.Alpha(0.9, 0.8),
            "inhibition" => NeuronModel.Leaky(0.8, reset: ResetMechanism.Zero, firing: new() { Inhibition = true }),
            "quantised" => NeuronModel.Leaky(0.8, reset: ResetMechanism.Zero,
                firing: new() { StateQuantization = StateQuantization.Uniform() }),
            "synaptic" => NeuronModel.Synaptic(0.5, 0.8, reset: ResetMechanism.Zero),
            _ => NeuronModel.Synaptic(0.5, 0.8, -1, reset: ResetMechanism.Zero, firing: new() { ResetDelay = false }),
        });
        MLContext mlContext = new();
        Assert.Equal(message, Assert.Throws<NotSupportedException>(() => mlContext.Model.ToNir(network)).Message);
        NirOptions approximate = new() { Reset = NirReset.Approximate };
        if (canBeApproximated)
            Assert.IsType<NirCubaLif>(mlContext.Model.ToNir(network, approximate).Nodes["lif1"]);
        else
            Assert.Throws<NotSupportedException>(() => mlContext.Model.ToNir(network, approximate));
    }

    [Fact]
    public void SaveNir_refuses_the_largest_of_graded_spikes()
    {
        SpikingNetworkTransformer network = Images(SpikingLayer.MaxPooling(),
            NeuronModel.Leaky(0.8, reset: ResetMechanism.Zero, firing: new() { GradedSpikesFactor = 2 }));
        Assert.Equal("Layer 2 (max pooling 2x2) takes the largest of values other than 0 and 1, for which NIR has no node. Use "
            + "average pooling.", Assert.Throws<NotSupportedException>(() => new MLContext().Model.ToNir(network)).Message);
    }

    [Fact]
    public void SaveNir_refuses_a_scale_for_each_step()
    {
        SpikingLayerWeights hidden = Layer(SpikingLayer.Dense(20, Zero()) with { BatchNormalizationThroughTime = true }, 128);
        SpikingNetworkTransformer network = Create([hidden with
        {
            StepScales = [.. Enumerable.Repeat(1f, 60)],
            StepBiases = [.. Enumerable.Repeat(0f, 60)],
        }, Layer(SpikingLayer.Dense(4, Zero()), 20)]);
        Assert.Equal("Layer 1 (dense 20, batch normalisation through time) has a scale for each step, for which NIR has no node. "
            + "Train it with BatchNormalization, which becomes part of the weights.",
            Assert.Throws<NotSupportedException>(() => new MLContext().Model.ToNir(network)).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void SaveNir_refuses_a_step_without_duration(double timeStep) => Assert.Equal("TimeStep",
        Assert.Throws<ArgumentOutOfRangeException>(() => new MLContext().Model.ToNir(Dense(Zero()),
            new() { TimeStep = timeStep })).ParamName);

    [Fact]
    public void SaveNir_refuses_zero_steps() => Assert.Equal("NumSteps", Assert.Throws<ArgumentOutOfRangeException>(() =>
        new MLContext().Model.ToNir(Dense(Zero()), new() { NumSteps = 0 })).ParamName);

    [Fact]
    public void SaveNir_leaves_the_old_file_when_it_refuses()
    {
        using SpikeML.Tests.TemporaryFolder folder = new();
        string path = folder.Write("net.nir", [1, 2, 3]);
        Assert.Throws<NotSupportedException>(() => new MLContext().Model.SaveNir(Dense(NeuronModel.Alpha(0.9, 0.8)), path));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Equal(["net.nir"], folder.FileNames);
    }
}
