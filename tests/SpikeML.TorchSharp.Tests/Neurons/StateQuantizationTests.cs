using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

public class StateQuantizationTests
{
    /// <summary>The quantisations of the recorded cases.</summary>
    public static StateQuantization Named(string name) => name switch
    {
        "uniform" => StateQuantization.Uniform(4, 0.5, 0.1, 0.3),
        "threshold" => StateQuantization.Exponential(5, aroundThreshold: true, 0.5, 0.1, 0.3),
        "zero" => StateQuantization.Exponential(4, aroundThreshold: false, 0.5, 0, 0.4, 0.6),
        _ => StateQuantization.Uniform(6, 0.1, 2, 2.1),
    };

    [Theory]
    [InlineData("uniform")]
    [InlineData("threshold")]
    [InlineData("zero")]
    public void Levels_are_those_of_snnTorch(string name) =>
        AssertClose(NeuronFixture.Tensor(NeuronFixture.Levels, name), Named(name));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(7)]
    public void Exponential_takes_the_ratio_of_snnTorch_when_none_is_given(int bits) => AssertClose(
        NeuronFixture.Tensor(NeuronFixture.ExponentialLevels, $"{bits}"), StateQuantization.Exponential(bits));

    [Fact]
    public void Quantize_takes_the_nearest_level_and_the_lower_one_halfway_and_passes_the_gradient()
    {
        using DisposeScope scope = NewDisposeScope();
        StateQuantization levels = new([-1, 0, 0.5f, 2]);
        float[] states = [-9, -0.5f, -0.4f, 0.25f, 0.26f, 1.25f, 1.3f, 9, float.NaN],
            expected = [-1, -1, 0, 0, 0.5f, 0.5f, 2, 2, float.NaN];
        Tensor input = tensor(states).requires_grad_(), output = levels.Quantize(input);
        Assert.Equal(expected, output.detach().data<float>().ToArray());
        (output * arange(9)).sum().backward();
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8], input.grad!.data<float>().ToArray());
        levels.Quantize(states.AsSpan());
        Assert.Equal(expected, states);
    }

    /// <summary>Values everywhere, and those right beside the middle of two levels, where rounding decides.</summary>
    [Fact]
    public void Predictions_and_training_take_the_same_level_when_it_is_close()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (string name in new[] { "uniform", "threshold", "zero", "lstm" })
        {
            StateQuantization levels = Named(name);
            float[] middles = [.. levels.Levels.Zip(levels.Levels.Skip(1)).Select(pair => (pair.First + pair.Second) / 2)];
            float[] states = [.. middles, .. middles.Select(float.BitIncrement), .. middles.Select(float.BitDecrement),
                .. Enumerable.Range(-1000, 2001).Select(i => i / 900f)];
            float[] trained = levels.Quantize(tensor(states)).data<float>().ToArray();
            levels.Quantize(states.AsSpan());
            Assert.Equal(trained, states);
        }
    }

    [Fact]
    public void Quantisations_are_equal_if_their_levels_are()
    {
        Assert.Equal(new StateQuantization([1, 2]), new StateQuantization([1, 2]));
        Assert.NotEqual(new StateQuantization([1, 2]), new StateQuantization([1, 3]));
        Assert.Equal("256 levels from -1 to 1.2", StateQuantization.Uniform().ToString());
    }

    [Fact]
    public void Absurd_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("bits", () => StateQuantization.Uniform(0));
        Assert.Throws<ArgumentOutOfRangeException>("bits", () => StateQuantization.Exponential(17));
        Assert.Throws<ArgumentOutOfRangeException>("threshold", () => StateQuantization.Uniform(threshold: 0));
        Assert.Throws<ArgumentOutOfRangeException>("lowerLimit", () => StateQuantization.Uniform(lowerLimit: -1));
        Assert.Throws<ArgumentOutOfRangeException>("upperLimit", () => StateQuantization.Exponential(upperLimit: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("multiplier", () => StateQuantization.Exponential(multiplier: 2));
        Assert.Throws<ArgumentException>("levels", () => new StateQuantization([]));
        Assert.Throws<ArgumentException>("levels", () => new StateQuantization([1, 0]));
        Assert.Throws<ArgumentException>("levels", () => new StateQuantization([float.NaN]));
    }

    private static void AssertClose(Tensor expected, StateQuantization actual) =>
        NeuronFixture.AssertClose(expected, tensor(actual.Levels.ToArray()), 1e-6);
}
