using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

public class LeakyTests
{
    public static TheoryData<ResetMechanism, SurrogateShape, int> Cases =>
    [
        .. from reset in Enum.GetValues<ResetMechanism>()
           from shape in new[] { SurrogateShape.FastSigmoid, SurrogateShape.Atan, SurrogateShape.StraightThrough, SurrogateShape.Triangular }
           from neurons in new[] { 1, 7, 64 }
           select new TheoryDataRow<ResetMechanism, SurrogateShape, int>(reset, shape, neurons),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_fused_walk_gives_what_steps_give_forward_and_backward(ResetMechanism reset, SurrogateShape shape, int neurons)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(3);
        using Leaky neuron = new(0.9, 0.8, Make(shape), reset);
        Tensor input = (rand([20, 3, neurons], generator: generator) * 0.6f).requires_grad_();
        Tensor spikeWeights = randn([20, 3, neurons], generator: generator), membraneWeights = randn([20, 3, neurons], generator: generator);

        Assert.True(FusedLeaky.Fits(input, neuron.Surrogate));
        SpikeRecording fused = neuron.call(input);
        (fused.Spikes * spikeWeights + fused.Membrane * membraneWeights).sum().backward();
        Tensor fusedGradient = input.grad!.clone();

        input.grad!.zero_();
        SpikeRecording stepped = InSteps(neuron, input);
        (stepped.Spikes * spikeWeights + stepped.Membrane * membraneWeights).sum().backward();

        Assert.True(fused.Spikes.Equals(stepped.Spikes));
        Fixtures.NeuronFixture.AssertClose(stepped.Membrane, fused.Membrane, 1e-6);
        Fixtures.NeuronFixture.AssertClose(input.grad!, fusedGradient);
        Assert.True(stepped.Spikes.sum().item<float>() > 0);
    }

    [Fact]
    public void Neurons_refuse_constants_out_of_range()
    {
        Assert.Equal("beta", Assert.Throws<ArgumentOutOfRangeException>(() => new Leaky(1.5)).ParamName);
        Assert.Equal("alpha", Assert.Throws<ArgumentOutOfRangeException>(() => new Synaptic(-0.1, 0.5)).ParamName);
        Assert.Equal("alpha", Assert.Throws<ArgumentOutOfRangeException>(() => new Alpha(0.5, 0.8)).ParamName);
        Assert.Equal("beta", Assert.Throws<ArgumentOutOfRangeException>(() => Lapicque.FromBeta(1)).ParamName);
        Assert.Equal("resistance", Assert.Throws<ArgumentOutOfRangeException>(() => Lapicque.FromCircuit(0, 1)).ParamName);
        Assert.Equal("slope", Assert.Throws<ArgumentOutOfRangeException>(() => Surrogate.FastSigmoid(0)).ParamName);
    }

    [Fact]
    public void Sigmoid_has_a_gradient_where_snnTorchs_formula_overflows()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor shifted = tensor(new float[] { -10, 10, 0 }).requires_grad_();
        Surrogate.Sigmoid(25).Spike(shifted).sum().backward();
        Assert.Equal([0, 0, 6.25f], shifted.grad!.data<float>().ToArray());
    }

    private static SpikeRecording InSteps(Leaky neuron, Tensor input)
    {
        List<Tensor> spikes = [], membranes = [];
        Tensor? membrane = null;
        foreach (Tensor current in input.unbind(0))
        {
            (Tensor spike, membrane) = neuron.Step(current, membrane);
            spikes.Add(spike);
            membranes.Add(membrane);
        }
        return new(stack(spikes), stack(membranes));
    }

    private static Surrogate Make(SurrogateShape shape) => shape switch
    {
        SurrogateShape.FastSigmoid => Surrogate.FastSigmoid(5),
        SurrogateShape.Atan => Surrogate.Atan(),
        SurrogateShape.StraightThrough => Surrogate.StraightThrough,
        _ => Surrogate.Triangular(),
    };
}
