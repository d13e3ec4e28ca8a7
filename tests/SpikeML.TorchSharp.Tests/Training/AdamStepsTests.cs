using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Training;

public class AdamStepsTests
{
    [Fact]
    public void Step_does_what_torchs_own_Adam_does()
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(3);
        Tensor start = randn([40, 7], generator: generator);
        Parameter ours = new(start.clone()), theirs = new(start.clone()), untouched = new(ones(3));
        using AdamSteps steps = new([ours, untouched]);
        using optim.Optimizer adam = optim.Adam([theirs]);
        for (int step = 0; step < 20; step++)
        {
            double rate = 0.1 / (step + 1);
            ours.grad = theirs.grad = randn([40, 7], generator: generator) * Math.Pow(10, step % 5 - 3);
            steps.Step(rate);
            adam.ParamGroups.Single().LearningRate = rate;
            adam.step();
        }
        Assert.Equal(theirs.data<float>().ToArray(), ours.data<float>().ToArray());
        Assert.NotEqual(start.data<float>().ToArray(), ours.data<float>().ToArray());
        Assert.Equal([1, 1, 1], untouched.data<float>().ToArray());
    }
}
