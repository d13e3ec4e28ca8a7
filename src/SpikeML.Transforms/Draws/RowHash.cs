using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML;

/// <summary>64-bit hashes of a row's values and key, which seed the row's draws.</summary>
/// <remarks>Changing anything here changes the spikes of every saved model.</remarks>
internal static class RowHash
{
    private const ulong ValueSecret = 0xA0761D6478BD642F;
    private const ulong SlotSecret = 0xE7037ED1A0B428DB;
    private const uint ValueHalf = unchecked((uint)ValueSecret), SlotHalf = unchecked((uint)SlotSecret);

    /// <summary>The key of a row's draws.</summary>
    public static ulong DrawKey(int seed, ReadOnlySpan<float> features, ulong rowKey) =>
        Fold(Fold((uint)seed ^ ValueSecret, OfFeatures(features) ^ SlotSecret), rowKey ^ ValueSecret);

    /// <summary>The key of the draws of a row of events.</summary>
    public static ulong DrawKey(int seed, ReadOnlySpan<AddressEvent> events, ulong rowKey)
    {
        ulong hash = (ulong)events.Length;
        foreach (ref readonly AddressEvent own in events)
        {
            ulong place = (ulong)own.Y << 17 | (ulong)own.X << 1 | (uint)own.Polarity;
            hash = Fold(hash ^ (ulong)own.Timestamp ^ ValueSecret, place ^ SlotSecret);
        }
        return Fold(Fold((uint)seed ^ ValueSecret, hash ^ SlotSecret), rowKey ^ ValueSecret);
    }

    /// <summary>The hash of a text key.</summary>
    public static ulong OfText(ReadOnlySpan<char> text)
    {
        ulong hash = (ulong)text.Length;
        foreach (char letter in text)
            hash = Fold(hash ^ ValueSecret, letter ^ SlotSecret);
        return hash;
    }

    /// <summary>
    /// The hash of the non-zero values and their slots. It is a sum, so zeros do not matter and a sparse vector has the same hash
    /// as the equal dense vector.
    /// </summary>
    private static ulong OfFeatures(ReadOnlySpan<float> features)
    {
        ulong sum = (ulong)features.Length;
        int slot = Avx2.IsSupported ? features.Length & -Vector512<float>.Count : 0;
        if (slot > 0)
            sum += OfVectors(features[..slot]);
        for (; slot < features.Length; slot++)
        {
            float value = features[slot];
            if (value != 0)
                sum += Fold(BitConverter.SingleToUInt32Bits(value) ^ ValueSecret, (ulong)slot ^ SlotSecret);
        }
        return sum;
    }

    /// <summary>The sum over whole vectors, with even and odd slots separate.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static ulong OfVectors(ReadOnlySpan<float> features)
    {
        Vector512<ulong> sum = Vector512<ulong>.Zero;
        Vector512<uint> slots = Lanes.Indices.AsUInt32();
        for (int first = 0; first < features.Length; first += Vector512<float>.Count)
        {
            Vector512<float> own = Vector512.Create(features[first..]);
            Vector512<long> counts = ~Vector512.Equals(own, Vector512<float>.Zero).AsInt64(), none = Vector512<long>.Zero;
            Vector512<ulong> values = (own.AsUInt32() ^ Vector512.Create(ValueHalf)).AsUInt64();
            Vector512<ulong> places = (slots ^ Vector512.Create(SlotHalf)).AsUInt64();
            sum += Fold(values, places) & Vector512.LessThan(counts << 32, none).AsUInt64();
            sum += Fold(values >>> 32, places >>> 32) & Vector512.LessThan(counts, none).AsUInt64();
            slots += Vector512.Create((uint)Vector512<float>.Count);
        }
        return Vector512.Sum(sum);
    }

    /// <summary>
    /// <see cref="Fold(ulong, ulong)"/> of factors with these lower halves. Their upper halves never change, and a product of
    /// halves plus another half never exceeds 64 bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Fold(Vector512<ulong> values, Vector512<ulong> places)
    {
        Vector512<ulong> half = Vector512.Create((ulong)uint.MaxValue), low = Product(values, places);
        Vector512<ulong> left = Product(Vector512.Create(ValueSecret >> 32), places) + (low >>> 32);
        Vector512<ulong> right = Product(values, Vector512.Create(SlotSecret >> 32)) + (left & half);
        Vector512<ulong> high = Vector512.Create((ValueSecret >> 32) * (SlotSecret >> 32)) + (left >>> 32) + (right >>> 32);
        return high ^ (right << 32) ^ (low & half);
    }

    /// <summary>The products of lower halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Product(Vector512<ulong> left, Vector512<ulong> right) => Avx512F.IsSupported
        ? Avx512F.Multiply(left.AsUInt32(), right.AsUInt32())
        : Vector512.Create(
            Avx2.Multiply(left.GetLower().AsUInt32(), right.GetLower().AsUInt32()),
            Avx2.Multiply(left.GetUpper().AsUInt32(), right.GetUpper().AsUInt32()));

    /// <summary>The folded halves of the 128-bit product: every bit of the result depends on every bit of both factors.</summary>
    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }
}
