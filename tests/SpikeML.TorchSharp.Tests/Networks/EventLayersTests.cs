using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Networks;

public class EventLayersTests
{
    public static TheoryData<int, int, float, double, ResetMechanism> Cases() => new()
    {
        { 17, 1, 1, 1, ResetMechanism.Subtract },
        { 63, 10, 1, 0.5, ResetMechanism.Subtract },
        { 64, 16, 1.5f, 1, ResetMechanism.Zero },
        { 65, 3, 1, 0.2, ResetMechanism.None },
        { 200, 10, -0.5f, 0.3, ResetMechanism.Subtract },
        { 130, 2, 1, -0.1, ResetMechanism.Zero },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_gives_the_bits_of_one_layer_after_another(int neurons, int outputs, float value, double threshold,
        ResetMechanism reset)
    {
        using DisposeScope scope = NewDisposeScope();
        LeakyConstants constants = new(0.9f, (float)threshold, reset, Surrogate.FastSigmoid(25));

        float[][] results = Results(constants, neurons, outputs, value, isInOnePass: true);

        Assert.Equal(Results(constants, neurons, outputs, value, isInOnePass: false), results);
        Assert.All(results, values => Assert.Contains(values, number => number != 0));
    }

    [Theory]
    [InlineData(SurrogateShape.FastSigmoid)]
    [InlineData(SurrogateShape.Atan)]
    [InlineData(SurrogateShape.StraightThrough)]
    [InlineData(SurrogateShape.Triangular)]
    public void Run_gives_the_bits_of_one_layer_after_another_for_a_surrogate(SurrogateShape shape)
    {
        using DisposeScope scope = NewDisposeScope();
        Surrogate surrogate = shape switch
        {
            SurrogateShape.FastSigmoid => Surrogate.FastSigmoid(10),
            SurrogateShape.Atan => Surrogate.Atan(),
            SurrogateShape.Triangular => Surrogate.Triangular(0.5),
            _ => Surrogate.StraightThrough,
        };
        LeakyConstants constants = new(0.8f, 0.4f, ResetMechanism.Subtract, surrogate);
        Assert.Equal(Results(constants, 70, 5, 1, isInOnePass: false), Results(constants, 70, 5, 1, isInOnePass: true));
    }

    /// <summary>Up to several tiles of examples, and examples that are larger than a tile.</summary>
    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 300)]
    [InlineData(85, 4)]
    [InlineData(128, 3)]
    [InlineData(256, 2)]
    [InlineData(257, 2)]
    public void Run_gives_the_bits_of_one_layer_after_another_for_any_number_of_steps(int numSteps, int batch)
    {
        using DisposeScope scope = NewDisposeScope();
        LeakyConstants constants = new(0.9f, 0.5f, ResetMechanism.Subtract, Surrogate.FastSigmoid(25));
        float[][] results = Results(constants, new Case(70, 3, 1, numSteps, batch), isInOnePass: true);
        Assert.Equal(Results(constants, new Case(70, 3, 1, numSteps, batch), isInOnePass: false), results);
    }

    [Fact]
    public void Run_gives_the_same_bits_with_any_number_of_threads()
    {
        using DisposeScope scope = NewDisposeScope();
        LeakyConstants constants = new(0.9f, 0.5f, ResetMechanism.Subtract, Surrogate.FastSigmoid(25));
        float[][] Run(int threads)
        {
            using ThreadCount set = new(threads);
            return Results(constants, 200, 10, 1, isInOnePass: true);
        }
        float[][] one = Run(1);
        Assert.Equal(one, Run(3));
        Assert.Equal(one, Run(16));
    }

    [Fact]
    public void Run_gives_the_same_currents_without_gradients()
    {
        using DisposeScope scope = NewDisposeScope();
        LeakyConstants constants = new(0.9f, 0.5f, ResetMechanism.Subtract, Surrogate.FastSigmoid(25));
        Case given = new(40, 3, 1);
        float[] currents = given.RunInOnePass(constants).detach().data<float>().ToArray();
        using (no_grad())
            Assert.Equal(currents, given.RunInOnePass(constants).data<float>().ToArray());
    }

    /// <summary>The currents of the outputs, and the gradients of all weights and biases.</summary>
    private static float[][] Results(LeakyConstants constants, int neurons, int outputs, float value, bool isInOnePass) =>
        Results(constants, new(neurons, outputs, value), isInOnePass);

    private static float[][] Results(LeakyConstants constants, Case given, bool isInOnePass)
    {
        Tensor currents = isInOnePass ? given.RunInOnePass(constants) : given.RunOneByOne(constants);
        (currents * given.LossWeights).sum().backward();
        return [currents.detach().data<float>().ToArray(),
            .. given.Parameters.Select(parameter => parameter.grad!.data<float>().ToArray())];
    }

    private sealed class Case
    {
        private const int Inputs = 37;

        private readonly InputEvents _events;

        public Case(int neurons, int outputs, float value, int numSteps = 5, int batch = 70)
        {
            using Generator generator = new(3);
            Tensor spikes = rand([numSteps, batch, Inputs], generator: generator).lt(0.15).to(ScalarType.Float32) * value;
            _events = EventLinear.FindEvents(spikes)!;
            Parameters = [.. new long[][] { [Inputs, neurons], [neurons], [neurons, outputs], [outputs] }.Select(
                shape => (randn(shape, generator: generator) * 0.5).requires_grad_())];
            LossWeights = randn([numSteps, batch, outputs], generator: generator);
        }

        public Tensor[] Parameters { get; }

        public Tensor LossWeights { get; }

        public Tensor RunInOnePass(LeakyConstants constants) =>
            EventLayers.Run(_events, Parameters[0], Parameters[1], Parameters[2], Parameters[3], constants);

        public Tensor RunOneByOne(LeakyConstants constants)
        {
            Tensor spikes = FusedLeaky.Run(EventLinear.Run(_events, Parameters[0], Parameters[1]), constants).Spikes;
            // Events at any density: the one pass has them always.
            InputEvents found = InputEvents.Find(new(spikes.detach()), (int)spikes.size(2), mostShare: 1)!;
            found = found with { NumSteps = _events.NumSteps };
            return EventLinear.Run(found, Parameters[2], Parameters[3], spikes.flatten(0, 1));
        }
    }
}
