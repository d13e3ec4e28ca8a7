namespace SpikeML.Torch;

/// <summary>The values of a pooling layer while a step is processed.</summary>
internal sealed class PoolingRun(TrainedLayer layer)
{
    private readonly int _size = layer.Geometry.Layer.KernelSize;
    private readonly bool _isMaximum = layer.Geometry.Layer.Kind == SpikingLayerKind.MaxPooling;
    private readonly float[] _values = new float[layer.Geometry.OutputCount];
    private readonly int[] _counts = new int[layer.Geometry.OutputCount];

    /// <summary>The values of the last step, ordered [row][column][channel].</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>Starts a step.</summary>
    public void Begin()
    {
        Array.Clear(_values);
        Array.Clear(_counts);
    }

    /// <summary>Adds a value of the previous layer that is not 0.</summary>
    public void Receive(int neuron, float value)
    {
        (int channel, int row, int column) = layer.InputPlace(neuron);
        (row, column) = (row / _size, column / _size);
        if (row >= layer.Geometry.Output[1] || column >= layer.Geometry.Output[2])
            return;
        int place = (row * layer.Geometry.Output[2] + column) * layer.Geometry.Output[0] + channel;
        _values[place] = !_isMaximum ? _values[place] + value
            : _counts[place] == 0 ? value : Math.Max(_values[place], value);
        _counts[place]++;
    }

    /// <summary>Ends a step: divides the sums, or compares with the zeros of the window.</summary>
    public void End()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (!_isMaximum)
                _values[i] /= _size * _size;
            else if (_counts[i] < _size * _size)
                _values[i] = Math.Max(_values[i], 0);
        }
    }
}
