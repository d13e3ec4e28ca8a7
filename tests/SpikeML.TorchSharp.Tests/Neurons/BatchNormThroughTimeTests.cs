using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

public class BatchNormThroughTimeTests
{
    /// <summary>As in snnTorch, which applies one of torch's own layers to each step, without a bias.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_step_is_normalised_as_by_a_layer_of_its_own(bool isImage)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(6);
        long[] shape = isImage ? [5, 4, 3, 2, 2] : [5, 4, 3];
        using BatchNormThroughTime ours = new(3, numSteps: 5, momentum: 0.3);
        nn.Module<Tensor, Tensor>[] steps = [.. Enumerable.Range(0, 5).Select(_ => isImage
            ? (nn.Module<Tensor, Tensor>)nn.BatchNorm2d(3, momentum: 0.3) : nn.BatchNorm1d(3, momentum: 0.3))];
        Tensor scales = rand([5, 3], generator: generator);
        using (no_grad())
        {
            ours.get_parameter("weight")!.copy_(scales);
            for (int step = 0; step < 5; step++)
                steps[step].get_parameter("weight")!.copy_(scales[step]);
        }
        foreach (bool isTraining in new[] { true, true, false })
        {
            Tensor input = randn(shape, generator: generator) * 2 + 1, costs = randn(shape, generator: generator);
            ours.train(isTraining);
            Tensor actual = ours.call(input);
            Tensor expected = stack(steps.Select((layer, step) =>
            {
                layer.train(isTraining);
                return layer.call(input[step]);
            }));
            NeuronFixture.AssertClose(expected.detach(), actual.detach());
            (actual * costs).sum().backward();
            (expected * costs).sum().backward();
        }
        NeuronFixture.AssertClose(stack(steps.Select(layer => layer.get_parameter("weight")!.grad!)),
            ours.get_parameter("weight")!.grad!, tolerance: 1e-4);
        NeuronFixture.AssertClose(stack(steps.Select(layer => layer.get_buffer("running_var")!)),
            ours.get_buffer("running_var")!);
    }

    [Fact]
    public void A_step_too_many_and_a_single_row_are_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        using BatchNormThroughTime module = new(3, numSteps: 5);
        Assert.Contains("must be [5, batch, 3, ...], got [6, 2, 3]",
            Assert.Throws<ArgumentException>(() => module.call(zeros(6, 2, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("use batches of at least two rows",
            Assert.Throws<ArgumentException>(() => module.call(zeros(5, 1, 3))).Message, StringComparison.Ordinal);
        module.eval();
        Assert.Equal([5, 1, 3], module.call(zeros(5, 1, 3)).shape);
        Assert.Throws<ArgumentOutOfRangeException>("numSteps", () => new BatchNormThroughTime(3, 0));
    }
}
