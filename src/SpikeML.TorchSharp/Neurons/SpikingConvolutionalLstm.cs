using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// A convolutional long short-term memory whose cells fire (snnTorch's <c>SConv2dLSTM</c>). The state is the cell state, which
/// snnTorch calls the synaptic current, and the output of the LSTM, which is the membrane: a cell fires if it is above the
/// threshold.
/// </summary>
/// <remarks>
/// The input of a step is [batch, input channels, height, width], the state [batch, channels, height, width]; spikes are the same
/// or, with pooling, [batch, channels, height / pooling, width / pooling]. All four gates come from one convolution of the input
/// and the membrane, with the names of snnTorch's state dictionary: <c>conv.weight</c> and <c>conv.bias</c>. A membrane lies
/// between -1 and 1, so the threshold should be below 1.
/// </remarks>
public sealed class SpikingConvolutionalLstm : SpikingNeuron
{
    private readonly int _inputChannels, _channels, _pooling;
    private readonly bool _takesLargest;
    private readonly Conv2d _convolution;

    /// <param name="inputChannels">The number of channels of the input, at least 1.</param>
    /// <param name="channels">The number of channels of the cells, at least 1.</param>
    /// <param name="kernelSize">The kernel's height and width, odd and at least 1; the input is padded by half of it.</param>
    /// <param name="threshold">The membrane above which a neuron fires, or null for 1, as in snnTorch.</param>
    /// <param name="surrogate">The surrogate gradient, or null for the arctangent with alpha 2.</param>
    /// <param name="reset">How a spike resets the membrane; the cell state is never reset.</param>
    /// <param name="bias">Whether the gates have biases.</param>
    /// <param name="maxPooling">
    /// The size of the windows of membranes whose largest decides whether there is a spike, at least 1.
    /// </param>
    /// <param name="averagePooling">The same for the mean of windows. At most one of the two may be above 1.</param>
    /// <param name="learnThreshold">Whether the threshold is a trainable parameter.</param>
    /// <param name="firing">
    /// What happens when a neuron fires, or null for the defaults. Its ResetDelay must be on, because a pooled spike belongs to
    /// several membranes.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or the threshold is not finite.</exception>
    public SpikingConvolutionalLstm(int inputChannels, int channels, int kernelSize, NeuronConstant? threshold = null,
        Surrogate? surrogate = null, ResetMechanism reset = ResetMechanism.None, bool bias = true, int maxPooling = 1,
        int averagePooling = 1, bool learnThreshold = false, FiringOptions? firing = null)
        : base(nameof(SpikingConvolutionalLstm), threshold, surrogate, reset, learnThreshold, firing)
    {
        OptionCheck.AtLeast(1, inputChannels, nameof(inputChannels));
        OptionCheck.AtLeast(1, channels, nameof(channels));
        OptionCheck.Require(kernelSize >= 1 && kernelSize % 2 == 1, kernelSize, nameof(kernelSize),
            "kernelSize must be odd and at least 1.");
        OptionCheck.AtLeast(1, maxPooling, nameof(maxPooling));
        OptionCheck.AtLeast(1, averagePooling, nameof(averagePooling));
        OptionCheck.Require(maxPooling == 1 || averagePooling == 1, averagePooling, nameof(averagePooling),
            "averagePooling must be 1 if maxPooling is above 1.");
        OptionCheck.Require(ResetDelay, ResetDelay, nameof(FiringOptions.ResetDelay),
            "A pooled spike belongs to several membranes, so ResetDelay must be true.");
        (_inputChannels, _channels, _pooling) = (inputChannels, channels, Math.Max(maxPooling, averagePooling));
        _takesLargest = maxPooling > 1;
        _convolution = nn.Conv2d(inputChannels + channels, 4 * channels, kernelSize, padding: kernelSize / 2, bias: bias);
        register_module("conv", _convolution);
    }

    /// <summary>Runs one step.</summary>
    /// <param name="input">The input, [batch, input channels, height, width].</param>
    /// <param name="cell">The cell state after the previous step, [batch, channels, height, width], or null for zeros.</param>
    /// <param name="membrane">The membrane after the previous step, with the same shape, or null for zeros.</param>
    /// <returns>The spikes, the new cell state and the new membrane. Pass the last two to the next step.</returns>
    /// <exception cref="ArgumentException">The input has another number of channels or dimensions.</exception>
    public (Tensor Spikes, Tensor Cell, Tensor Membrane) Step(Tensor input, Tensor? cell = null, Tensor? membrane = null)
    {
        (Tensor spikes, Tensor[] state) = StepOnce(input, cell, membrane);
        return (spikes, state[0], state[1]);
    }

    /// <summary>The number of tensors in the state.</summary>
    protected override int StateCount => 2;

    /// <summary>Zeros for each row, channel and pixel.</summary>
    protected override Tensor ZeroState(Tensor input) => zeros(ShapeFor(input), input.dtype, input.device);

    /// <summary>Advances the state by one step.</summary>
    protected override Tensor[] Advance(Tensor input, Tensor[] state)
    {
        _ = ShapeFor(input);
        Tensor[] gates = _convolution.call(cat([input, state[1]], 1)).chunk(4, 1);
        Tensor cell = (gates[1].sigmoid() * state[0]).Plus(gates[0].sigmoid() * gates[3].tanh());
        return [cell, ResetFrom(gates[2].sigmoid() * cell.tanh(), state[1])];
    }

    /// <summary>The shape of the state for the input of a step.</summary>
    private long[] ShapeFor(Tensor input) => input.shape is [long rows, long channels, long height, long width]
        && channels == _inputChannels && height >= _pooling && width >= _pooling ? [rows, _channels, height, width]
        : throw new ArgumentException($"A step of the input must be [batch, {_inputChannels}, height, width]"
            + (_pooling > 1 ? $" with images of at least {_pooling} x {_pooling}" : "")
            + $", got [{string.Join(", ", input.shape)}].", nameof(input));

    /// <summary>The spikes of the membranes, which are pooled before.</summary>
    private protected override Tensor FireFrom(Tensor[] state) => Fire(_pooling == 1 ? state[^1]
        : _takesLargest ? nn.functional.max_pool2d(state[^1], [_pooling, _pooling])
        : nn.functional.avg_pool2d(state[^1], [_pooling, _pooling]));
}
