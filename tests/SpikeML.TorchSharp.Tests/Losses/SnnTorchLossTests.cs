using System.Text.Json;
using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Losses;

public class SnnTorchLossTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor, Tensor>> Losses = new()
    {
        ["ce_rate_loss"] = (_, membrane, targets) => SpikeLoss.CrossEntropyRate(membrane, targets),
        ["ce_count_loss"] = (spikes, _, targets) => SpikeLoss.CrossEntropyCount(spikes, targets),
        ["ce_max_membrane_loss"] = (_, membrane, targets) => SpikeLoss.CrossEntropyMaxMembrane(membrane, targets),
        ["mse_count_loss"] = (spikes, _, targets) => SpikeLoss.MeanSquaredCount(spikes, targets, 0.8, 0.2),
        ["mse_membrane_loss"] = (_, membrane, targets) => SpikeLoss.MeanSquaredMembrane(membrane, targets),
    };

    public static TheoryData<int, string> Cases =>
        [.. from index in Enumerable.Range(0, NeuronFixture.Losses.Count) from loss in Losses.Keys select new TheoryDataRow<int,
        string>(index, loss)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Losses_are_those_of_snnTorch(int index, string loss)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement json = NeuronFixture.Losses[index];
        Tensor actual = Losses[loss](NeuronFixture.Tensor(json, "spikes"), NeuronFixture.Tensor(json, "membrane"),
            NeuronFixture.Tensor(json, "targets"));
        Assert.Equal(json.GetProperty(loss).GetDouble(), actual.item<float>(), 1e-5);
    }

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> SpikeLosses = new()
    {
        ["ce_temporal_loss"] = (spikes, targets) => SpikeLoss.CrossEntropyTemporal(spikes, targets),
        ["mse_temporal_loss_2_20"] = (spikes, targets) => SpikeLoss.MeanSquaredTemporal(spikes, targets, 2, 20),
        ["ce_rate_loss"] = (spikes, targets) => SpikeLoss.CrossEntropyRate(spikes, targets),
        ["ce_count_loss"] = (spikes, targets) => SpikeLoss.CrossEntropyCount(spikes, targets),
        ["mse_count_loss_1_0"] = (spikes, targets) => SpikeLoss.MeanSquaredCount(spikes, targets),
    };

    public static TheoryData<int, string> GradientCases =>
        [.. from index in Enumerable.Range(0,
        NeuronFixture.LossGradients.Count) from loss in SpikeLosses.Keys select new TheoryDataRow<int, string>(index, loss)];

    [Theory]
    [MemberData(nameof(GradientCases))]
    public void Losses_of_spikes_and_their_gradients_are_those_of_snnTorch(int index, string loss)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement json = NeuronFixture.LossGradients[index];
        Tensor spikes = NeuronFixture.Tensor(json, "spikes").requires_grad_();
        Tensor actual = SpikeLosses[loss](spikes, NeuronFixture.Tensor(json, "targets"));
        actual.backward();
        Assert.Equal(json.GetProperty(loss).GetDouble(), actual.item<float>(), 1e-5);
        NeuronFixture.AssertClose(NeuronFixture.Tensor(json, loss + "_gradient"), spikes.grad!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Accuracies_are_those_of_snnTorch(int index)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement json = NeuronFixture.Losses[index];
        Tensor spikes = NeuronFixture.Tensor(json, "spikes"), targets = NeuronFixture.Tensor(json, "targets");
        Assert.Equal(json.GetProperty("accuracy_rate").GetDouble(), SpikeAccuracy.Rate(spikes, targets), 1e-9);
        Assert.Equal(json.GetProperty("accuracy_temporal").GetDouble(), SpikeAccuracy.Temporal(spikes, targets), 1e-9);
    }
}
