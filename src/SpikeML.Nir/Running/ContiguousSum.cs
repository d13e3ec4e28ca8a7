using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML.Nir;

/// <summary>Adds short rows of weights. Products and sums are rounded one after the other.</summary>
internal static class ContiguousSum
{
    /// <summary>sums += value * weights.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="value">Their factor.</param>
    /// <param name="sums">The sums, at least as many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ReadOnlySpan<float> weights, float value, Span<float> sums)
    {
        ref float weight = ref MemoryMarshal.GetReference(weights);
        ref float sum = ref MemoryMarshal.GetReference(sums[..weights.Length]);
        int at = 0;
        for (; at <= weights.Length - Lanes.Count; at += Lanes.Count)
        {
            Vector512<float> product = Vector512.LoadUnsafe(ref weight, (nuint)at) * Vector512.Create(value);
            (Vector512.LoadUnsafe(ref sum, (nuint)at) + product).StoreUnsafe(ref sum, (nuint)at);
        }
        if (at <= weights.Length - Vector256<float>.Count)
        {
            Vector256<float> product = Vector256.LoadUnsafe(ref weight, (nuint)at) * Vector256.Create(value);
            (Vector256.LoadUnsafe(ref sum, (nuint)at) + product).StoreUnsafe(ref sum, (nuint)at);
            at += Vector256<float>.Count;
        }
        for (; at < weights.Length; at++)
            Unsafe.Add(ref sum, at) += Unsafe.Add(ref weight, at) * value;
    }
}
