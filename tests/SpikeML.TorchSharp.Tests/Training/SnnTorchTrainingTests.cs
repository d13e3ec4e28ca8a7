using System.Text.Json;
using SpikeML.SnnTorchComparison;
using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Training;

/// <summary>
/// The loop that training is compared with (benchmarks/SpikeML.SnnTorchComparison) does what snnTorch's own loop does
/// (Fixtures/snntorch/training.py).
/// </summary>
public class SnnTorchTrainingTests
{
    [Theory]
    [InlineData("count")]
    [InlineData("membrane")]
    public void The_loop_gives_the_losses_gradients_and_weights_of_snnTorch(string loss)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement expected = NeuronFixture.Training.Single(each => each.GetProperty("loss").GetString() == loss);
        Tensor[] first = Tensors(expected, "first");
        using SnnTorchNetwork network = new([first[0].t(), first[1], first[2].t(), first[3]], beta: 0.95, slope: 25,
            readsSpikes: loss == "count");
        using SnnTorchTraining training = new(network,
            loss == "count" ? SnnTorchLosses.CountCrossEntropy : SnnTorchLosses.RateCrossEntropy, learningRate: 5e-4);

        Assert.Equal(5, expected.GetProperty("batches").GetArrayLength());
        foreach (JsonElement batch in expected.GetProperty("batches").EnumerateArray())
        {
            float actual = training.Step(NeuronFixture.Tensor(batch.GetProperty("input")), NeuronFixture.Tensor(batch, "labels"));
            Assert.Equal(batch.GetProperty("loss").GetSingle(), actual, 1e-5f);
            foreach ((Tensor gradient, Tensor parameter) in Tensors(batch, "gradients").Zip(network.Parameters))
                NeuronFixture.AssertClose(gradient, parameter.grad!, tolerance: 1e-5);
        }
        foreach ((Tensor weights, Tensor parameter) in Tensors(expected, "last").Zip(network.Parameters))
            NeuronFixture.AssertClose(weights, parameter, tolerance: 1e-5);
    }

    private static Tensor[] Tensors(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(NeuronFixture.Tensor)];
}
