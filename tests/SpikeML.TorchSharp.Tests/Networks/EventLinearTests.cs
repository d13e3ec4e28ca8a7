using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Networks;

public class EventLinearTests
{
    [Theory]
    [InlineData(0.0, 5, 1.5f)]
    [InlineData(0.1, 1, 1.5f)]
    [InlineData(0.1, 16, 1)]
    [InlineData(0.1, 17, 1.5f)]
    [InlineData(0.1, 64, 1)]
    [InlineData(0.1, 600, 1)]
    [InlineData(0.1, 600, 1.5f)]
    [InlineData(0.9, 5, 1)]
    public void Run_gives_what_a_matrix_product_gives_forward_and_backward(double density, int outputs, float value)
    {
        using DisposeScope scope = NewDisposeScope();
        Case given = new(density, outputs, value);

        Tensor currents = given.Run();

        NeuronFixture.AssertClose(matmul(given.Spikes, given.Weights).detach() + given.Bias.detach(), currents.detach());
        NeuronFixture.AssertClose(
            matmul(given.Spikes.detach().flatten(0, 1).t(), given.LossWeights.flatten(0, 1)), given.Weights.grad!);
        NeuronFixture.AssertClose(given.LossWeights.sum([0, 1]), given.Bias.grad!);
        NeuronFixture.AssertClose(matmul(given.LossWeights, given.Weights.detach().t()), given.Spikes.grad!);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(600)]
    public void Run_gives_the_same_bits_with_any_number_of_threads(int outputs)
    {
        using DisposeScope scope = NewDisposeScope();
        float[][] one = Results(threads: 1, outputs);
        Assert.Equal(one, Results(threads: 3, outputs));
        Assert.Equal(one, Results(threads: 16, outputs));
    }

    private static float[][] Results(int threads, int outputs)
    {
        using ThreadCount set = new(threads);
        Case given = new(0.1, outputs, 1, rows: 700);
        Tensor currents = given.Run();
        return [.. new[] { currents, given.Weights.grad!, given.Bias.grad! }.Select(
            tensor => tensor.detach().data<float>().ToArray())];
    }

    private sealed class Case
    {
        public Case(double density, int outputs, float value, int rows = 3)
        {
            using Generator generator = new(2);
            Tensor spikes = rand([4, rows, 37], generator: generator).lt(density).to(ScalarType.Float32) * value;
            spikes[0, 0, 0] = value == 1 ? 1 : -1;
            Spikes = spikes.requires_grad_();
            Weights = randn([37, outputs], generator: generator).requires_grad_();
            Bias = randn([outputs], generator: generator).requires_grad_();
            LossWeights = randn([4, rows, outputs], generator: generator);
        }

        public Tensor Spikes { get; }

        public Tensor Weights { get; }

        public Tensor Bias { get; }

        public Tensor LossWeights { get; }

        public Tensor Run()
        {
            Tensor currents = EventLinear.Run(Spikes, Weights, Bias);
            (currents * LossWeights).sum().backward();
            return currents;
        }
    }
}
