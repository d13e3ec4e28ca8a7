using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The noise of <see cref="BsaEncoding"/> while candidate thresholds are tried.</summary>
internal static class BsaNoise
{
    /// <summary>The sums of the squared differences between sixteen series and their decoded spikes.</summary>
    public static DoubleLanes Of<T>(ReadOnlySpan<T> tile, ReadOnlySpan<float> filter, double threshold, TrialMemory memory)
        where T : unmanaged
    {
        // The remainders of the series, and the spikes; two singles take the room of one double.
        int length = tile.Length * Unsafe.SizeOf<T>() / sizeof(double);
        Span<double> numbers = memory.Numbers(length + tile.Length / 2);
        Span<float> spikes = MemoryMarshal.Cast<double, float>(numbers[length..])[..tile.Length];
        new BsaLanes<T>(MemoryMarshal.Cast<double, T>(numbers[..length]), filter, threshold)
            .Encode(tile, spikes, DoubleLanes.Count, 0);
        return typeof(T) == typeof(float) && SumsAreExact(filter)
            ? InSingle(tile, spikes, filter) : InDouble(tile, spikes, filter);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static DoubleLanes InSingle<T>(ReadOnlySpan<T> tile, ReadOnlySpan<float> spikes, ReadOnlySpan<float> filter)
        where T : unmanaged
    {
        DoubleLanes noise = DoubleLanes.Zero;
        for (int at = 0; at < tile.Length; at += DoubleLanes.Count)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (int k = 0, from = at; k < filter.Length && from >= 0; k++, from -= DoubleLanes.Count)
                sum += Vector512.Create(spikes[from..]) * filter[k];
            noise = TrialNoise.Add(noise, tile, at, sum);
        }
        return noise;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static DoubleLanes InDouble<T>(ReadOnlySpan<T> tile, ReadOnlySpan<float> spikes, ReadOnlySpan<float> filter)
        where T : unmanaged
    {
        DoubleLanes noise = DoubleLanes.Zero;
        for (int at = 0; at < tile.Length; at += DoubleLanes.Count)
        {
            DoubleLanes sum = DoubleLanes.Zero;
            for (int k = 0, from = at; k < filter.Length && from >= 0; k++, from -= DoubleLanes.Count)
                sum += DoubleLanes.Widen(Vector512.Create(spikes[from..])) * filter[k];
            noise = TrialNoise.Add(noise, tile, at, sum);
        }
        return noise;
    }

    /// <summary>
    /// Whether no sum of the filter's values is rounded in single precision: all are multiples of one power of 2, and their sum
    /// is at most 2^24 times that.
    /// </summary>
    private static bool SumsAreExact(ReadOnlySpan<float> filter)
    {
        int lowest = int.MaxValue;
        double sum = 0;
        foreach (float height in filter)
        {
            sum += Math.Abs((double)height);
            uint bits = BitConverter.SingleToUInt32Bits(height) & int.MaxValue;
            int exponent = (int)Math.Max(1, bits >> 23), zeros = BitOperations.TrailingZeroCount((bits & 0x7FFFFF) | 0x800000);
            lowest = bits == 0 ? lowest : Math.Min(lowest, exponent + zeros);
        }
        return sum == 0 || sum <= Math.ScaleB(1 << 24, lowest - 150);
    }
}
