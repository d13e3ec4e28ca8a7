using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Losses;

/// <summary>Targets of every sign, where snnTorch turns a negative one of the other classes into 0.</summary>
public class MeanSquaredMembraneTests
{
    [Theory]
    [InlineData(1, -0.5, (1 + 0.25 + 0.25) / 3)]
    [InlineData(0, -2, (0 + 4 + 4) / 3.0)]
    [InlineData(-1, -0.5, (1 + 0.25 + 0.25) / 3)]
    [InlineData(1, 0.5, (1 + 0.25 + 0.25) / 3)]
    public void MeanSquaredMembrane_wants_the_targets_when_they_are_negative(double onTarget, double offTarget, double expected)
    {
        using var scope = NewDisposeScope();
        Tensor loss = SpikeLoss.MeanSquaredMembrane(zeros(1, 1, 3), zeros(1, ScalarType.Int64), onTarget, offTarget);
        Assert.Equal(expected, loss.item<float>(), 6);
    }
}
