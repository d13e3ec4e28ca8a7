namespace SpikeML;

/// <summary>64-bit hashes of a row's values and of its key, from which the row's draws are seeded.</summary>
/// <remarks>Changing anything here changes the spikes of every saved model.</remarks>
internal static class RowHash
{
    private const ulong ValueSecret = 0xA0761D6478BD642F;
    private const ulong SlotSecret = 0xE7037ED1A0B428DB;

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
        for (int slot = 0; slot < features.Length; slot++)
        {
            float value = features[slot];
            if (value != 0)
                sum += Fold(BitConverter.SingleToUInt32Bits(value) ^ ValueSecret, (ulong)slot ^ SlotSecret);
        }
        return sum;
    }

    /// <summary>
    /// The two halves of the 128-bit product, folded: every bit of the result depends on every bit of both factors.
    /// </summary>
    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }
}
