using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

public class LeakyTests
{
    public static TheoryData<ResetMechanism, SurrogateShape, int> Cases =>
    [
        .. from reset in Enum.GetValues<ResetMechanism>()
           from shape in new[] { SurrogateShape.FastSigmoid, SurrogateShape.Atan, SurrogateShape.StraightThrough,
               SurrogateShape.Triangular }
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
        Tensor spikeWeights = randn([20, 3, neurons], generator: generator),
            membraneWeights = randn([20, 3, neurons], generator: generator);

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

    [Theory]
    [InlineData(ResetMechanism.Subtract)]
    [InlineData(ResetMechanism.Zero)]
    public void The_fused_walk_gives_the_same_bits_with_any_number_of_threads(ResetMechanism reset)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(3);
        using Leaky neuron = new(0.9, 0.8, Surrogate.FastSigmoid(5), reset);
        Tensor input = (rand([6, 3, 1001], generator: generator) * 0.6f).requires_grad_();
        float[][] Results(int threads)
        {
            using Fixtures.ThreadCount set = new(threads);
            input.grad?.zero_();
            SpikeRecording recording = neuron.call(input);
            (recording.Spikes + recording.Membrane).sum().backward();
            return [.. new[] { recording.Spikes, recording.Membrane, input.grad! }.Select(
                tensor => tensor.detach().data<float>().ToArray())];
        }
        float[][] one = Results(1);
        Assert.Equal(one, Results(3));
        Assert.Equal(one, Results(16));
    }

    [Fact]
    public void Neurons_refuse_constants_out_of_range()
    {
        Assert.Equal("beta", Assert.Throws<ArgumentOutOfRangeException>(() => new Leaky(1.5)).ParamName);
        Assert.Equal("alpha", Assert.Throws<ArgumentOutOfRangeException>(() => new Synaptic(-0.1, 0.5)).ParamName);
        Assert.Equal("alpha", Assert.Throws<ArgumentOutOfRangeException>(() => new Alpha(0.5, 0.8)).ParamName);
        Assert.Equal("beta", Assert.Throws<ArgumentOutOfRangeException>(() => Lapicque.FromBeta(1)).ParamName);
        Assert.Equal("resistance", Assert.Throws<ArgumentOutOfRangeException>(() => Lapicque.FromCircuit(0, 1)).ParamName);
        Assert.Equal("threshold", Assert.Throws<ArgumentOutOfRangeException>(() => new Leaky(0.5, double.NaN)).ParamName);
        Assert.Equal("slope", Assert.Throws<ArgumentOutOfRangeException>(() => Surrogate.FastSigmoid(0)).ParamName);
    }

    [Fact]
    public void Neurons_refuse_the_number_of_one_neuron_that_is_out_of_range()
    {
        var decay = Assert.Throws<ArgumentOutOfRangeException>(() => new Leaky(new float[] { 0.5f, 1, 1.5f }));
        Assert.Equal("beta", decay.ParamName);
        Assert.Contains("neuron 2", decay.Message, StringComparison.Ordinal);
        Assert.Equal("alpha", Assert.Throws<ArgumentOutOfRangeException>(
            () => new Alpha(0.9, new float[] { 0.5f, 0.95f })).ParamName);
        Assert.Equal("threshold", Assert.Throws<ArgumentOutOfRangeException>(
            () => new Synaptic(0.5, 0.5, Array.Empty<float>())).ParamName);
    }

    [Theory]
    [InlineData(new long[] { 3 })]
    [InlineData(new long[] { 2, 1, 1 })]
    [InlineData(new long[] { 4, 2, 5, 3 })]
    public void Neurons_refuse_constants_that_are_not_one_for_each_of_them(long[] shape)
    {
        using DisposeScope scope = NewDisposeScope();
        using Leaky neurons = new(zeros(shape), ones(shape));
        var error = Assert.Throws<ArgumentException>(() => neurons.call(zeros([5, 1, 4])));
        Assert.Contains("the neurons have [4]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_of_a_channel_hold_for_all_of_its_neurons()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor input = rand([20, 2, 3, 4, 4]);
        using Leaky together = new(tensor(new[] { 0.5f, 0.7f, 0.9f }, 3, 1, 1), tensor(new[] { 0.8f, 0.9f, 1f }, 3, 1, 1));
        SpikeRecording all = together.call(input);
        for (int channel = 0; channel < 3; channel++)
        {
            using Leaky alone = new(0.5 + 0.2 * channel, 0.8 + 0.1 * channel);
            Assert.True(all.Spikes.select(2, channel).Equals(alone.call(input.select(2, channel)).Spikes));
        }
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
