using System.Numerics;

namespace SpikeML.Nir.Tests.Running;

/// <summary>Convolution and pooling as sums over a window, from their definitions.</summary>
internal static class PlainWindows
{
    /// <summary>The zeros before the input; of an uneven number, torch puts the larger half after it.</summary>
    public static int Before(NirPadding padding, int zeros, int kernel, int dilation) => padding.Kind switch
    {
        NirPaddingKind.Same => dilation * (kernel - 1) / 2,
        NirPaddingKind.Valid => 0,
        _ => zeros,
    };

    public static T[] Convolve<T>(T[] input, int[] from, int[] to, NirArray weight, NirArray bias, NirSize stride,
        NirSize dilation, NirSize before, int groups, NirSize kernel)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        T[] output = new T[to[0] * to[1] * to[2]];
        int inputs = from[0] / groups, outputs = to[0] / groups;
        for (int o = 0; o < to[0]; o++)
        {
            for (int y = 0; y < to[1]; y++)
            {
                for (int x = 0; x < to[2]; x++)
                {
                    T sum = T.CreateTruncating(bias[o]);
                    for (int i = 0; i < inputs; i++)
                    {
                        int channel = o / outputs * inputs + i;
                        for (int ky = 0; ky < kernel.Height; ky++)
                        {
                            for (int kx = 0; kx < kernel.Width; kx++)
                            {
                                int row = y * stride.Height - before.Height + ky * dilation.Height;
                                int column = x * stride.Width - before.Width + kx * dilation.Width;
                                if (row >= 0 && row < from[1] && column >= 0 && column < from[2])
                                    sum += T.CreateTruncating(weight[((o * inputs + i) * kernel.Height + ky) * kernel.Width + kx])
                                        * input[(channel * from[1] + row) * from[2] + column];
                            }
                        }
                    }
                    output[(o * to[1] + y) * to[2] + x] = sum;
                }
            }
        }
        return output;
    }

    public static T[] Pool<T>(T[] input, int[] from, int[] to, NirPool2d pool)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        T[] output = new T[to[0] * to[1] * to[2]];
        T size = T.CreateTruncating(pool is NirAvgPool2d ? pool.KernelSize.Height * pool.KernelSize.Width : 1);
        for (int at = 0; at < output.Length; at++)
        {
            (int channel, int y, int x) = (at / (to[1] * to[2]), at / to[2] % to[1], at % to[2]);
            T sum = T.Zero;
            for (int ky = 0; ky < pool.KernelSize.Height; ky++)
            {
                for (int kx = 0; kx < pool.KernelSize.Width; kx++)
                {
                    int row = y * pool.Stride.Height - pool.Padding.Height + ky;
                    int column = x * pool.Stride.Width - pool.Padding.Width + kx;
                    if (row >= 0 && row < from[1] && column >= 0 && column < from[2])
                        sum += input[(channel * from[1] + row) * from[2] + column];
                }
            }
            output[at] = sum / size;
        }
        return output;
    }
}
