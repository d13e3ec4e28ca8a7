using System.Runtime.CompilerServices;

namespace SpikeML.Nir;

/// <summary>The weights of a convolution, arranged so that a spike adds contiguous weights to contiguous outputs.</summary>
/// <remarks>
/// The weights are [input channel][kernel row][place of the kernel's column][output channel of the group]; the outputs are in
/// the order of <see cref="SignalLayout"/>.
/// </remarks>
internal sealed class ConvolutionWeights
{
    private readonly float[] _weights, _biases;
    private readonly WindowRuns _rows, _columns;
    private readonly int _inputHeight, _inputWidth, _inputsOfGroup, _channelsOfGroup, _places, _outputWidth, _rowLength;
    private readonly int _kernelRows;

    /// <param name="weights">The weights, [output channels][input channels / groups][height][width].</param>
    /// <param name="bias">The bias of each output channel.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="rows">How the kernel slides over the rows.</param>
    /// <param name="columns">How it slides over the columns.</param>
    /// <param name="input">The height and width of the input.</param>
    public ConvolutionWeights(float[] weights, float[] bias, int groups, NirWindow rows, NirWindow columns, NirSize input)
    {
        (_inputHeight, _inputWidth) = (input.Height, input.Width);
        (_rows, _columns) = (new WindowRuns(rows, input.Height), new WindowRuns(columns, input.Width));
        _outputWidth = columns.Outputs(input.Width);
        _places = rows.Outputs(input.Height) * _outputWidth;
        _channelsOfGroup = bias.Length / groups;
        _kernelRows = rows.Kernel;
        _rowLength = columns.Kernel * _channelsOfGroup;
        _inputsOfGroup = weights.Length / (bias.Length * rows.Kernel * columns.Kernel);
        _weights = Arrange(weights, groups, columns.Kernel);
        Layout = SignalLayout.Of(bias.Length, _places, groups);
        _biases = new float[bias.Length * _places];
        for (int slot = 0; slot < _biases.Length; slot++)
            _biases[Layout?.PositionOf[slot] ?? slot] = bias[slot / _places];
    }

    /// <summary>The order of the outputs in memory.</summary>
    public SignalLayout? Layout { get; }

    /// <summary>Sets the outputs to the biases.</summary>
    public void Begin(float[] outputs) => _biases.CopyTo(outputs, 0);

    /// <summary>Adds the weights of a spike.</summary>
    /// <param name="slot">The slot of the input, [channel][row][column].</param>
    /// <param name="value">The value of the spike.</param>
    /// <param name="outputs">The outputs.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void Add(int slot, float value, float[] outputs)
    {
        (int rest, int column) = Math.DivRem(slot, _inputWidth);
        (int channel, int row) = Math.DivRem(rest, _inputHeight);
        int group = channel / _inputsOfGroup * _places;
        ReadOnlySpan<WindowRuns.Run> runs = _columns.Of(column);
        foreach (WindowRuns.Run down in _rows.Of(row))
        {
            for (int i = 0; i < down.Length; i++)
            {
                int kernelRow = _rows.Order[down.Place + i];
                int weights = (channel * _kernelRows + kernelRow) * _rowLength;
                int target = group + (down.Output + i) * _outputWidth;
                foreach (WindowRuns.Run across in runs)
                {
                    ContiguousSum.Add(
                        _weights.AsSpan(weights + across.Place * _channelsOfGroup, across.Length * _channelsOfGroup),
                        value, outputs.AsSpan((target + across.Output) * _channelsOfGroup));
                }
            }
        }
    }

    private float[] Arrange(float[] weights, int groups, int kernelColumns)
    {
        float[] arranged = new float[weights.Length];
        int next = 0;
        for (int channel = 0; channel < _inputsOfGroup * groups; channel++)
        {
            (int group, int input) = Math.DivRem(channel, _inputsOfGroup);
            for (int row = 0; row < _kernelRows; row++)
            {
                foreach (int column in _columns.Order)
                {
                    for (int output = group * _channelsOfGroup; output < (group + 1) * _channelsOfGroup; output++)
                        arranged[next++] =
                            weights[((output * _inputsOfGroup + input) * _kernelRows + row) * kernelColumns + column];
                }
            }
        }
        return arranged;
    }
}
