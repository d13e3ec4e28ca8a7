namespace SpikeML;

/// <summary>
/// Sorts the features of a row of Double, the largest first; equal features are ordered by slot. Features that differ only in
/// double precision are not equal.
/// </summary>
internal static class WideRankSort
{
    /// <summary>Finds the first features of the order.</summary>
    /// <param name="features">Finite values.</param>
    /// <param name="order">Receives the slots of the largest features, as many as it has room for.</param>
    public static void Largest(ReadOnlySpan<double> features, Span<int> order)
    {
        using PooledSpan<ulong> memory = new(features.Length);
        using PooledSpan<int> slots = new(features.Length);
        Span<ulong> keys = memory.Span;
        for (int slot = 0; slot < keys.Length; slot++)
            (keys[slot], slots.Span[slot]) = (~Ascending(features[slot]), slot);
        keys.Sort(slots.Span);
        for (int first = 0, end = 1; first < keys.Length; first = end++)
        {
            while (end < keys.Length && keys[end] == keys[first])
                end++;
            // The sort is unstable for equal features.
            slots.Span[first..end].Sort();
        }
        slots.Span[..order.Length].CopyTo(order);
    }

    /// <summary>Bits in the same order as the numbers; 0 and -0 are equal.</summary>
    private static ulong Ascending(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value + 0.0), sign = 1UL << 63;
        return (bits & sign) != 0 ? ~bits : bits | sign;
    }
}
