using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>
/// A convolution from the perspective of a spike: it adds weights of the kernel to all outputs whose window contains the spike.
/// </summary>
internal static class Convolution
{
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Receive(TrainedLayer layer, int neuron, float value, Span<float> currents)
    {
        LayerGeometry geometry = layer.Geometry;
        int kernel = geometry.Layer.KernelSize, stride = geometry.Layer.Stride, channels = geometry.Layer.Neurons;
        int height = geometry.Output[1], width = geometry.Output[2];
        (int channel, int y, int x) = layer.InputPlace(neuron);
        ReadOnlySpan<float> weights = layer.Weights.AsSpan(channel * kernel * kernel * channels);
        for (int row = 0; row < kernel; row++)
        {
            if (!TryOutput(y + geometry.Padding - row, stride, height, out int outputRow))
                continue;
            for (int column = 0; column < kernel; column++)
            {
                if (TryOutput(x + geometry.Padding - column, stride, width, out int outputColumn))
                    Weighting.Add(weights.Slice((row * kernel + column) * channels, channels), value,
                        currents.Slice((outputRow * width + outputColumn) * channels, channels));
            }
        }
    }

    private static bool TryOutput(int position, int stride, int size, out int output)
    {
        (output, int rest) = Math.DivRem(position, stride);
        return position >= 0 && rest == 0 && output < size;
    }
}
