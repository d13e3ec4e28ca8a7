using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Losses;

/// <summary>The default loss: the log-loss of the probabilities that are predicted.</summary>
public class MeanMembraneTests
{
    [Fact]
    public void CrossEntropyMeanMembrane_is_the_log_loss_of_the_softmax_of_the_mean_membranes()
    {
        using var scope = NewDisposeScope();
        float[] membrane = [1, 0, 3, 2, 0, -1, 0.5f, 4];                     // two steps of two rows of two classes
        Tensor membranes = tensor(membrane, [2, 2, 2]);
        double first = LogLoss(0.5, -0.5), second = LogLoss(3, 1.75);        // the correct class, the other class
        Tensor classes = tensor(new long[] { 0, 1 });
        Assert.Equal((first + second) / 2, SpikeLoss.CrossEntropyMeanMembrane(membranes, classes).item<float>(), 1e-6);
        Tensor each = SpikeLoss.CrossEntropyMeanMembrane(membranes, classes, new() { Reduction = LossReduction.None });
        Assert.Equal([first, second], each.data<float>().Select(loss => (double)loss), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void CrossEntropyMeanMembrane_averages_the_neurons_of_a_class()
    {
        using var scope = NewDisposeScope();
        Tensor membranes = tensor(new float[] { 1, 3, 0, 1 }, [1, 1, 4]), classes = tensor(new long[] { 1 });
        Assert.Equal(LogLoss(0.5, 2),
            SpikeLoss.CrossEntropyMeanMembrane(membranes, classes, new() { OutputsPerClass = 2 }).item<float>(), 1e-6);
    }

    /// <summary>Unlike the loss of every step, it does not ask for the class at the first step.</summary>
    [Fact]
    public void CrossEntropyMeanMembrane_has_the_same_gradient_at_every_step()
    {
        using var scope = NewDisposeScope();
        Tensor membranes = tensor(new float[] { 0, 0, 5, -5 }, [2, 1, 2], requires_grad: true);
        SpikeLoss.CrossEntropyMeanMembrane(membranes, tensor(new long[] { 0 })).backward();
        float[] gradient = membranes.grad!.data<float>().ToArray();
        double share = 1 / (1 + Math.Exp(5));
        Assert.Equal([-share / 2, share / 2, -share / 2, share / 2], gradient.Select(value => (double)value),
            (a, b) => Math.Abs(a - b) < 1e-6);
    }

    private static double LogLoss(double correct, double other) => Math.Log(1 + Math.Exp(other - correct));
}
