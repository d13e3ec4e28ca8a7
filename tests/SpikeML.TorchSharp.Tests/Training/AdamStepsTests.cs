using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Training;

public class AdamStepsTests
{
    /// <summary>
    /// Rows that are transposed in memory, and double precision, take torch's operations; all else takes one pass, whose roots
    /// are rounded to the nearest number.
    /// </summary>
    [Theory]
    [InlineData(40, 7, false, ScalarType.Float32)]
    [InlineData(41, 5, false, ScalarType.Float32)]
    [InlineData(1, 1, false, ScalarType.Float32)]
    [InlineData(300, 257, false, ScalarType.Float32)]
    [InlineData(40, 7, true, ScalarType.Float32)]
    [InlineData(40, 7, false, ScalarType.Float64)]
    public void Step_does_what_torchs_own_Adam_does(int rows, int columns, bool isTransposed, ScalarType type)
    {
        bool isOnePass = !isTransposed && type == ScalarType.Float32;
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(3);
        Tensor Random() => isTransposed ? randn([columns, rows], type, generator: generator).t()
            : randn([rows, columns], type, generator: generator);
        Tensor start = Random();
        Parameter ours = new(start.clone()), theirs = new(start.clone()), untouched = new(ones(3));
        using AdamSteps steps = new([ours, untouched]);
        using optim.Optimizer adam = optim.Adam([theirs]);
        for (int step = 0; step < 20; step++)
        {
            double rate = 0.1 / (step + 1);
            ours.grad = theirs.grad = Random() * Math.Pow(10, step % 5 - 3);
            steps.Step(rate);
            adam.ParamGroups.Single().LearningRate = rate;
            adam.step();
        }
        double most = isOnePass ? 4e-7 * theirs.abs().max().ToNumber() : 0;
        Assert.InRange(theirs.sub(ours).abs().max().ToNumber(), 0, most);
        Assert.InRange(theirs.sub(start).abs().max().ToNumber(), 0.01, 10);
        Assert.Equal([1, 1, 1], untouched.data<float>().ToArray());
    }
}
