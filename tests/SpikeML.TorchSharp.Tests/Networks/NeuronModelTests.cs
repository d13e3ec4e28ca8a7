using Microsoft.ML;

namespace SpikeML.Torch.Tests.Networks;

public class NeuronModelTests
{
    [Fact]
    public void Models_are_equal_when_their_constants_and_options_are()
    {
        NeuronModel model = NeuronModel.Synaptic(0.9, new[] { 0.7f, 0.8f }, learnBeta: true);
        Assert.Equal(model, NeuronModel.Synaptic(0.9, new[] { 0.7f, 0.8f }, learnBeta: true));
        Assert.Equal(model.GetHashCode(), NeuronModel.Synaptic(0.9, new[] { 0.7f, 0.8f }, learnBeta: true).GetHashCode());
        Assert.NotEqual(model, NeuronModel.Synaptic(0.9, new[] { 0.7f, 0.8f }));
        Assert.NotEqual(model, NeuronModel.Synaptic(0.9, new[] { 0.7f, 0.9f }, learnBeta: true));
        Assert.NotEqual(model, NeuronModel.Alpha(0.9, new[] { 0.7f, 0.8f }, learnBeta: true));
        Assert.NotEqual(model, model with { Inhibition = true });
        Assert.Equal(SpikingLayer.Dense(2, model), SpikingLayer.Dense(2) with { NeuronModel = model });
    }

    [Fact]
    public void Models_say_their_constants_by_snnTorchs_names()
    {
        NeuronModel model = NeuronModel.RSynaptic(0.6, 0.7, threshold: 0.5, learnAlpha: true,
            firing: new() { GradedSpikesFactor = 2 });
        Assert.Equal(["alpha", "beta", "graded_spikes_factor", "threshold"], model.Constants.Keys);
        Assert.Equal(0.5f, Assert.Single(model.Constants["threshold"].Values));
        Assert.Equal(["alpha", "recurrent"], model.Learned);
        Assert.True(model.AllToAll);
        Assert.Equal(["V", "beta", "threshold"], NeuronModel.RLeaky(0.6, weight: -0.5).Constants.Keys);
        Assert.Equal(["C", "R", "threshold", "time_step"], NeuronModel.Lapicque(0.6).Constants.Keys);
        Assert.Equal("dense 7, recurrent synaptic", $"{SpikingLayer.Dense(7, model)}");
    }

    public static TheoryData<string, Func<NeuronModel>> OutOfRange => new()
    {
        { "beta", () => NeuronModel.Leaky(1.1) },
        { "alpha", () => NeuronModel.Synaptic(-0.1, 0.5) },
        { "alpha", () => NeuronModel.Alpha(0.5, new[] { 0.4f, 0.6f }) },
        { "beta", () => NeuronModel.Alpha(0.5, 0) },
        { "beta", () => NeuronModel.Lapicque(1) },
        { "capacitance", () => NeuronModel.LapicqueCircuit(1, 0) },
        { "weight", () => NeuronModel.RLeaky(0.5, double.NaN) },
        { "threshold", () => NeuronModel.Leaky(0.5, double.PositiveInfinity) },
        { "Reset", () => NeuronModel.Leaky(0.5, reset: (ResetMechanism)9) },
        { "GradedSpikesFactor", () => NeuronModel.Leaky(0.5, firing: new() { GradedSpikesFactor = double.NaN }) },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Constants_out_of_range_are_refused_by_name(string name, Func<NeuronModel> make) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => make());

    public static TheoryData<string, SpikingLayer> Misfits => new()
    {
        { "has 3 neurons, but beta has 2 numbers", SpikingLayer.Dense(3, NeuronModel.Leaky(new[] { 0.5f, 0.6f })) },
        { "has 3 channels, but threshold has 2 numbers",
            SpikingLayer.Convolution(3, model: NeuronModel.Leaky(0.5, new[] { 0.5f, 0.6f })) },
        { "has no neurons", SpikingLayer.MaxPooling() with { NeuronModel = NeuronModel.Leaky(0.5) } },
        { "has no neurons", SpikingLayer.Dropout() with { BatchNormalization = true } },
        { "has no neurons", SpikingLayer.AveragePooling() with { MembraneColumnName = "X" } },
        { "SpikesColumnName must be null", SpikingLayer.Dropout() with { SpikesColumnName = "X" } },
        { "also that of another layer", SpikingLayer.Dense(2) with { SpikesColumnName = "X", MembraneColumnName = "X" } },
        { "also that of another layer or of the output", SpikingLayer.Dense(2) with { SpikesColumnName = "Out" } },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Layers_whose_parts_do_not_fit_are_refused(string message, SpikingLayer layer)
    {
        SpikingNetworkOptions options = new() { Layers = [layer], OutputSpikesColumnName = "Out" };
        var error = Assert.Throws<ArgumentOutOfRangeException>(nameof(SpikingNetworkOptions.Layers),
            () => new MLContext().MulticlassClassification.Trainers.SpikingNetwork(options: options));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_and_rates_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("size", () => SpikingLayer.MaxPooling(0));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => SpikingLayer.Dropout(1));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => SpikingLayer.Dropout(double.NaN));
    }
}
