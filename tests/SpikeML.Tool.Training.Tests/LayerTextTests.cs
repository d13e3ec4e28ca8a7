using SpikeML.Tool.Running;
using SpikeML.Tool.Training;

namespace SpikeML.Tool.Tests.Training;

public class LayerTextTests
{
    [Theory]
    [InlineData("none", "")]
    [InlineData("256,64", "dense 256; dense 64")]
    [InlineData("conv:16,conv:32:3,dense:128", "convolution 16, 5x5, stride 2; convolution 32, 3x3, stride 2; dense 128")]
    [InlineData("conv:16:5:1, maxpool:3, avgpool, maxpool", "convolution 16, 5x5, stride 1; max pooling 3x3; "
        + "average pooling 2x2; max pooling 2x2")]
    [InlineData("dropout,dropout:0.2", "dropout 0.5; dropout 0.2")]
    public void Parse_reads_the_layers(string text, string layers) =>
        Assert.Equal(layers, string.Join("; ", LayerText.Parse(text)));

    [Theory]
    [InlineData("12,x", "--layers 'x': a layer is dense:N (or N alone), conv:CHANNELS:KERNEL:STRIDE, maxpool:SIZE")]
    [InlineData("conf:8", "Did you mean 'conv'?")]
    [InlineData("", "--layers '': a layer is")]
    [InlineData("0", "--layers '0': a layer is")]
    [InlineData("dense:0", "--layers 'dense:0': an integer of at least 1 is expected for neurons, got '0'.")]
    [InlineData("conv:8:4", "--layers 'conv:8:4': a kernel's width must be odd, as in conv:8:5.")]
    [InlineData("conv:8:5:2:1", "--layers 'conv:8:5:2:1': a layer is")]
    [InlineData("conv:8:5:x", "an integer of at least 1 is expected for its stride, got 'x'.")]
    [InlineData("dropout:1", "--layers 'dropout:1': a rate of at least 0 and below 1 is expected, got '1'.")]
    [InlineData("dropout:-0.5", "a rate of at least 0 and below 1 is expected, got '-0.5'.")]
    public void Parse_says_what_is_wrong(string text, string message)
    {
        ToolException error = Assert.Throws<ToolException>(() => LayerText.Parse(text));
        Assert.Equal(ExitCode.Usage, error.ExitCode);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
