using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Convolves spikes with the filter of <see cref="BsaEncoding"/>, four steps of sixteen neurons at a time.</summary>
/// <remarks>
/// Each value is added up in double precision, in the order of the filter. A product of two singles is exact in double precision,
/// so it does not matter whether it is fused with the addition. If every sum is exact in single precision too, it is added up
/// there.
/// </remarks>
internal static class BsaSums
{
    /// <summary>A spike is loaded once for the four steps.</summary>
    public const int StepsTogether = 4;

    /// <summary>The filter's values that each of four steps needs, between zeros for those that only the others need.</summary>
    public static int Room(int filterLength) => filterLength + 2 * (StepsTogether - 1);

    /// <summary>Whether sums of the filter's values are exact in single precision, in any order.</summary>
    public static bool AreExact(ReadOnlySpan<float> filter)
    {
        double sum = 0, unit = double.PositiveInfinity;
        foreach (float value in filter)
        {
            sum += Math.Abs(value);
            unit = value == 0 ? unit : Math.Min(unit, LowestBit(value));
        }
        return sum <= Math.Min(unit * (1 << 24), float.MaxValue);
    }

    /// <summary>Whether all spikes are 0 or 1.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static bool AreUnits(ReadOnlySpan<float> spikes)
    {
        Vector512<float> units = Vector512<float>.AllBitsSet;
        int at = 0;
        for (; at < Lanes.Whole(spikes.Length); at += Lanes.Count)
        {
            Vector512<float> own = Vector512.Create(spikes[at..]);
            units &= Vector512.Equals(own, Vector512<float>.Zero) | Vector512.Equals(own, Vector512<float>.One);
        }
        bool all = units.AsInt32() == Vector512<int>.AllBitsSet;
        for (; at < spikes.Length; at++)
            all &= spikes[at] is 0 or 1;
        return all;
    }

    /// <summary>Writes the filter's values between zeros.</summary>
    public static void Pad<T>(ReadOnlySpan<float> filter, Span<T> taps)
        where T : INumber<T>
    {
        taps.Clear();
        for (int k = 0; k < filter.Length; k++)
            taps[StepsTogether - 1 + k] = T.CreateTruncating(filter[k]);
    }

    /// <summary>Restores four steps of at least sixteen neurons.</summary>
    /// <param name="spikes">Time-major spikes.</param>
    /// <param name="series">Receives the values.</param>
    /// <param name="slot">The slot of the first step, which has as many steps before it as the filter reaches back.</param>
    /// <param name="neuronCount">The number of neurons.</param>
    /// <param name="taps">The padded filter.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Restore(
        ReadOnlySpan<float> spikes, Span<float> series, int slot, int neuronCount, ReadOnlySpan<double> taps)
    {
        ref float last = ref MemoryMarshal.GetReference(spikes.Slice(slot + 3 * neuronCount, neuronCount));
        for (int neuron = 0; neuron < neuronCount; neuron += Lanes.Count)
        {
            // The last neurons are restored once more where they are no whole vector.
            int first = Math.Min(neuron, neuronCount - Lanes.Count);
            DoubleLanes one = default, two = default, three = default, four = default;
            ref float spike = ref Unsafe.Add(ref last, first);
            for (int at = 0; at < taps.Length - 3; at++, spike = ref Unsafe.Subtract(ref spike, neuronCount))
            {
                DoubleLanes own = DoubleLanes.Widen(Vector512.LoadUnsafe(ref spike));
                one = Add(one, own, taps[at]);
                two = Add(two, own, taps[at + 1]);
                three = Add(three, own, taps[at + 2]);
                four = Add(four, own, taps[at + 3]);
            }
            one.Narrow().CopyTo(series[(slot + first)..]);
            two.Narrow().CopyTo(series[(slot + neuronCount + first)..]);
            three.Narrow().CopyTo(series[(slot + 2 * neuronCount + first)..]);
            four.Narrow().CopyTo(series[(slot + 3 * neuronCount + first)..]);
        }
    }

    /// <inheritdoc cref="Restore(ReadOnlySpan{float}, Span{float}, int, int, ReadOnlySpan{double})"/>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Restore(
        ReadOnlySpan<float> spikes, Span<float> series, int slot, int neuronCount, ReadOnlySpan<float> taps)
    {
        ref float last = ref MemoryMarshal.GetReference(spikes.Slice(slot + 3 * neuronCount, neuronCount));
        for (int neuron = 0; neuron < neuronCount; neuron += Lanes.Count)
        {
            int first = Math.Min(neuron, neuronCount - Lanes.Count);
            Vector512<float> one = default, two = default, three = default, four = default;
            ref float spike = ref Unsafe.Add(ref last, first);
            for (int at = 0; at < taps.Length - 3; at++, spike = ref Unsafe.Subtract(ref spike, neuronCount))
            {
                Vector512<float> own = Vector512.LoadUnsafe(ref spike);
                one = Vector512.MultiplyAddEstimate(own, Vector512.Create(taps[at]), one);
                two = Vector512.MultiplyAddEstimate(own, Vector512.Create(taps[at + 1]), two);
                three = Vector512.MultiplyAddEstimate(own, Vector512.Create(taps[at + 2]), three);
                four = Vector512.MultiplyAddEstimate(own, Vector512.Create(taps[at + 3]), four);
            }
            one.CopyTo(series[(slot + first)..]);
            two.CopyTo(series[(slot + neuronCount + first)..]);
            three.CopyTo(series[(slot + 2 * neuronCount + first)..]);
            four.CopyTo(series[(slot + 3 * neuronCount + first)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleLanes Add(DoubleLanes sum, DoubleLanes spikes, double tap)
    {
        Vector512<double> by = Vector512.Create(tap);
        return new(Vector512.MultiplyAddEstimate(spikes.Lower, by, sum.Lower),
            Vector512.MultiplyAddEstimate(spikes.Upper, by, sum.Upper));
    }

    /// <summary>The largest power of two that a number is a multiple of.</summary>
    private static double LowestBit(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value), exponent = bits >> 23 & 0xFF, fraction = bits & 0x7FFFFF;
        return Math.ScaleB(1, Math.Max(exponent, 1) - 150 + BitOperations.TrailingZeroCount(
            exponent == 0 ? fraction : fraction | 1 << 23));
    }
}
