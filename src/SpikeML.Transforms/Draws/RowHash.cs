using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML;

/// <summary>64-bit hashes of a row's values and of its key, from which the row's draws are seeded.</summary>
/// <remarks>Changing anything here changes the spikes of every saved model.</remarks>
internal static class RowHash
{
    private const ulong ValueSecret = 0xA0761D6478BD642F;
    private const ulong SlotSecret = 0xE7037ED1A0B428DB;
    private const uint ValueHalf = unchecked((uint)ValueSecret), SlotHalf = unchecked((uint)SlotSecret);

    /// <summary>The key of a row's draws.</summary>
    public static ulong DrawKey(int seed, ReadOnlySpan<float> features, ulong rowKey) =>
        Fold(Fold((uint)seed ^ ValueSecret, OfFeatures(features) ^ SlotSecret), rowKey ^ ValueSecret);

    /// <summary>The hash of a text key.</summary>
    public static ulong OfText(ReadOnlySpan<char> text)
    {
        ulong hash = (ulong)text.Length;
        foreach (char letter in text)
            hash = Fold(hash ^ ValueSecret, letter ^ SlotSecret);
        return hash;
    }

    /// <summary>
    /// The hash of the non-zero values and their slots. A sum, so that zeros count nothing and a sparse vector hashes as the
    /// dense one of the same values does.
    /// </summary>
    private static ulong OfFeatures(ReadOnlySpan<float> features)
    {
        ulong sum = (ulong)features.Length;
        int slot = Avx512F.IsSupported ? features.Length & -Vector512<float>.Count : 0;
        if (slot > 0)
            sum += OfBlocks(features[..slot]);
        for (; slot < features.Length; slot++)
        {
            float value = features[slot];
            if (value != 0)
                sum += Fold(BitConverter.SingleToUInt32Bits(value) ^ ValueSecret, (ulong)slot ^ SlotSecret);
        }
        return sum;
    }

    /// <summary>
    /// The sum over whole vectors. The upper halves of both factors never change, so that three products of 32 bits are enough.
    /// </summary>
    private static ulong OfBlocks(ReadOnlySpan<float> features)
    {
        Vector512<ulong> sum = Vector512<ulong>.Zero;
        for (int first = 0; first < features.Length; first += Vector512<float>.Count)
        {
            Vector512<float> values = Vector512.Create(features[first..]);
            Vector512<int> counts = ~Vector512.Equals(values, Vector512<float>.Zero).AsInt32();
            (Vector512<long> lowerCounts, Vector512<long> upperCounts) = Vector512.Widen(counts);
            (Vector512<ulong> lower, Vector512<ulong> upper) = Vector512.Widen(values.AsUInt32() ^ Vector512.Create(ValueHalf));
            Vector512<uint> places = (Vector512<uint>.Indices + Vector512.Create((uint)first)) ^ Vector512.Create(SlotHalf);
            (Vector512<ulong> lowerPlaces, Vector512<ulong> upperPlaces) = Vector512.Widen(places);
            sum += Fold(lower, lowerPlaces) & lowerCounts.AsUInt64();
            sum += Fold(upper, upperPlaces) & upperCounts.AsUInt64();
        }
        return Vector512.Sum(sum);
    }

    /// <summary>Of factors' lower halves, what <see cref="Fold(ulong, ulong)"/> makes of the factors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Fold(Vector512<ulong> values, Vector512<ulong> places)
    {
        Vector512<ulong> half = Vector512.Create((ulong)uint.MaxValue);
        Vector512<ulong> low = Product(values, places);
        Vector512<ulong> left = Product(Vector512.Create(ValueSecret >> 32), places);
        Vector512<ulong> right = Product(values, Vector512.Create(SlotSecret >> 32));
        Vector512<ulong> middle = (low >>> 32) + (left & half) + (right & half), upper = Vector512.Create((ValueSecret >> 32) * (SlotSecret >> 32));
        Vector512<ulong> high = upper + (left >>> 32) + (right >>> 32) + (middle >>> 32);
        return high ^ (middle << 32 | low & half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Product(Vector512<ulong> left, Vector512<ulong> right) =>
        Avx512F.Multiply(left.AsUInt32(), right.AsUInt32());

    /// <summary>
    /// The two halves of the 128-bit product, folded: every bit of the result depends on every bit of both factors.
    /// </summary>
    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }
}
