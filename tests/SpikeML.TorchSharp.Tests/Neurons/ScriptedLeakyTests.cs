using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

/// <summary>The walk that a GPU runs, here on the CPU.</summary>
public class ScriptedLeakyTests
{
    public static TheoryData<ResetMechanism, SurrogateShape, int> Cases =>
    [
        .. from reset in Enum.GetValues<ResetMechanism>()
           from shape in new[] { SurrogateShape.FastSigmoid, SurrogateShape.Atan, SurrogateShape.StraightThrough,
               SurrogateShape.Triangular }
           from numSteps in new[] { 1, 4, 5, 23 }
           select new TheoryDataRow<ResetMechanism, SurrogateShape, int>(reset, shape, numSteps),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_gives_what_the_fused_walk_gives_forward_and_backward(ResetMechanism reset, SurrogateShape shape, int numSteps)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(3);
        LeakyConstants constants = new(0.9f, 0.8f, reset, Make(shape));
        Tensor input = (rand([numSteps, 3, 50], generator: generator) * 0.9f).requires_grad_();
        Tensor spikeWeights = randn([numSteps, 3, 50], generator: generator),
            membraneWeights = randn([numSteps, 3, 50], generator: generator);
        foreach ((float ofSpikes, float ofMembranes) in new[] { (1f, 1f), (1f, 0f), (0f, 1f) })
        {
            (SpikeRecording Recording, Tensor Gradient) Results(Func<Tensor, LeakyConstants, SpikeRecording> run)
            {
                input.grad?.zero_();
                SpikeRecording recording = run(input, constants);
                Tensor loss = zeros(1);
                if (ofSpikes > 0)
                    loss += (recording.Spikes * spikeWeights).sum();
                if (ofMembranes > 0)
                    loss += (recording.Membrane * membraneWeights).sum();
                loss.backward();
                return (recording, input.grad!.clone());
            }
            (SpikeRecording expected, Tensor expectedGradient) = Results(FusedLeaky.Run);
            (SpikeRecording actual, Tensor gradient) = Results(ScriptedLeaky.Run);

            Assert.True(expected.Spikes.Equals(actual.Spikes));
            Assert.True(expected.Membrane.Equals(actual.Membrane));
            Fixtures.NeuronFixture.AssertClose(expectedGradient, gradient);
            Assert.True(actual.Spikes.sum().item<float>() > 0);
        }
    }

    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(1f, 1e-7f)]
    [InlineData(1e-9f, -0.5f)]
    [InlineData(0.333333343f, 3e20f)]
    public void Run_takes_every_constant_that_neurons_have(float beta, float threshold)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(3);
        Tensor input = randn([7, 2, 20], generator: generator);
        foreach (ResetMechanism reset in Enum.GetValues<ResetMechanism>())
        {
            LeakyConstants constants = new(beta, threshold, reset, Surrogate.Atan());
            SpikeRecording actual = ScriptedLeaky.Run(input, constants);
            using Leaky neurons = new(beta, threshold, Surrogate.Atan(), reset);
            List<Tensor> membranes = [];
            foreach (Tensor current in input.unbind(0))
                membranes.Add(neurons.Step(current, membranes.LastOrDefault()).Membrane);
            Fixtures.NeuronFixture.AssertClose(stack(membranes), actual.Membrane, 1e-6);
        }
    }

    private static Surrogate Make(SurrogateShape shape) => shape switch
    {
        SurrogateShape.FastSigmoid => Surrogate.FastSigmoid(5),
        SurrogateShape.Atan => Surrogate.Atan(),
        SurrogateShape.StraightThrough => Surrogate.StraightThrough,
        _ => Surrogate.Triangular(),
    };
}
