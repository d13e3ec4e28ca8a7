using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

public class SpikingConvolutionalLstmTests
{
    [Fact]
    public void Run_in_parts_gives_what_it_gives_as_a_whole()
    {
        using DisposeScope scope = NewDisposeScope();
        using SpikingConvolutionalLstm neurons = new(2, 3, 3, 0.05, maxPooling: 2);
        Tensor input = randn([9, 2, 2, 5, 6], generator: new Generator(4)) * 2;
        SpikeRecording whole = neurons.call(input);
        (SpikeRecording first, NeuronState state) = neurons.Run(input[..4]);
        SpikeRecording second = neurons.Run(input[4..], state).Recording;
        Assert.Equal([9, 2, 3, 2, 3], whole.Spikes.shape);
        Assert.Equal([9, 2, 3, 5, 6], whole.Membrane.shape);
        NeuronFixture.AssertClose(whole.Spikes.detach(), cat([first.Spikes, second.Spikes]).detach(), tolerance: 0);
        NeuronFixture.AssertClose(whole.Spikes[0].detach(), neurons.Step(input[0]).Spikes.detach(), tolerance: 0);
    }

    [Fact]
    public void Cells_refuse_other_channels_images_that_are_too_small_and_two_poolings()
    {
        using DisposeScope scope = NewDisposeScope();
        using SpikingConvolutionalLstm neurons = new(2, 3, 3, averagePooling: 4);
        Assert.Contains("must be [batch, 2, height, width] with images of at least 4 x 4, got [1, 3, 5, 5]",
            Assert.Throws<ArgumentException>(() => neurons.call(zeros([6, 1, 3, 5, 5]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => neurons.call(zeros([6, 1, 2, 3, 5])));
        Assert.Throws<ArgumentException>(() => neurons.Step(zeros(1, 3, 5, 5), zeros(1, 3, 5, 5), zeros(1, 3, 5, 5)));
        Assert.Throws<ArgumentOutOfRangeException>("kernelSize", () => new SpikingConvolutionalLstm(2, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>("channels", () => new SpikingConvolutionalLstm(2, 0, 3));
        Assert.Throws<ArgumentOutOfRangeException>("averagePooling",
            () => new SpikingConvolutionalLstm(2, 3, 3, maxPooling: 2, averagePooling: 2));
        Assert.Throws<ArgumentOutOfRangeException>("ResetDelay",
            () => new SpikingConvolutionalLstm(2, 3, 3, firing: new() { ResetDelay = false }));
    }
}
