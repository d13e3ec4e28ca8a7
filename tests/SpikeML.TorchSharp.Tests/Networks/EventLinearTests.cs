using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Networks;

public class EventLinearTests
{
    [Theory]
    [InlineData(0.0, 5)]
    [InlineData(0.1, 1)]
    [InlineData(0.1, 255)]
    [InlineData(0.1, 600)]
    [InlineData(0.9, 5)]
    public void Run_gives_what_a_matrix_product_gives_forward_and_backward(double density, int outputs)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(2);
        Tensor spikes = rand([4, 3, 37], generator: generator).lt(density).to(ScalarType.Float32) * 1.5f;
        spikes[0, 0, 0] = -1;
        Tensor weights = randn([37, outputs], generator: generator).requires_grad_(),
            bias = randn([outputs], generator: generator).requires_grad_();
        Tensor lossWeights = randn([4, 3, outputs], generator: generator);

        Tensor currents = EventLinear.Run(spikes, weights, bias);
        (currents * lossWeights).sum().backward();

        NeuronFixture.AssertClose(matmul(spikes, weights.detach()) + bias.detach(), currents.detach());
        NeuronFixture.AssertClose(matmul(spikes.flatten(0, 1).t(), lossWeights.flatten(0, 1)), weights.grad!);
        NeuronFixture.AssertClose(lossWeights.sum([0, 1]), bias.grad!);
    }
}
