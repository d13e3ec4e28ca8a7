using Microsoft.ML.Data;
using OxyPlot;

namespace SpikeML.Plot;

/// <summary>
/// Draws a row's spikes as pixels. A spike covers the rectangle of its step and neuron and at least one pixel, so no spike is
/// lost even if there are more spikes than pixels.
/// </summary>
internal sealed class RasterPixels
{
    private const byte On = 1, Off = 2;

    private readonly int _width, _height, _numSteps, _neuronCount;
    private readonly uint[] _colors;
    private readonly byte[] _kinds;

    public RasterPixels(int numSteps, int neuronCount, RasterCode options)
    {
        (_width, _height, _numSteps, _neuronCount) = (options.Width, options.Height, numSteps, neuronCount);
        _colors = [options.Background.ToUint(), options.OnColor.ToUint(), options.OffColor.ToUint(),
            OxyColor.Interpolate(options.OnColor, options.OffColor, 0.5).ToUint()];
        _kinds = new byte[_width * _height];
        Pixels = new uint[_kinds.Length];
    }

    /// <summary>The pixels of the last row, as 0xFFRRGGBB, row by row from the top.</summary>
    public uint[] Pixels { get; }

    public void Draw(in VBuffer<float> spikes)
    {
        Array.Clear(_kinds);
        ReadOnlySpan<float> values = spikes.GetValues();
        ReadOnlySpan<int> slots = spikes.IsDense ? default : spikes.GetIndices();
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                Mark(slots.IsEmpty ? i : slots[i], values[i] < 0 ? Off : On);
        }
        for (int i = 0; i < _kinds.Length; i++)
            Pixels[i] = _colors[_kinds[i]];
    }

    private void Mark(int slot, byte kind)
    {
        (int step, int neuron) = Math.DivRem(slot, _neuronCount);
        (int left, int right) = Extent(step, _numSteps, _width);
        (int top, int bottom) = Extent(_neuronCount - 1 - neuron, _neuronCount, _height);
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
                _kinds[y * _width + x] |= kind;
        }
    }

    private static (int From, int To) Extent(int place, int places, int pixels)
    {
        int from = (int)((long)place * pixels / places);
        return (from, Math.Max(from + 1, (int)((long)(place + 1) * pixels / places)));
    }
}
