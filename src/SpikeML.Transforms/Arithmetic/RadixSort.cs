using System.Buffers;

namespace SpikeML;

/// <summary>Sorts non-negative integers by eleven bits at a time; the cost of each pass is linear.</summary>
internal static class RadixSort
{
    private const int Bits = 11;
    private const int SmallLength = 2048;

    /// <summary>Sorts the numbers in ascending order.</summary>
    public static void Sort(Span<int> values)
    {
        if (values.Length < SmallLength)
        {
            values.Sort();
            return;
        }
        int[] rented = ArrayPool<int>.Shared.Rent(values.Length);
        Span<int> from = values, to = rented.AsSpan(0, values.Length);
        int all = 0;
        foreach (int value in values)
            all |= value;
        for (int shift = 0; shift < 31 && all >> shift != 0; shift += Bits)
        {
            Pass(from, to, shift);
            Span<int> other = from;
            from = to;
            to = other;
        }
        if (from != values)
            from.CopyTo(values);
        ArrayPool<int>.Shared.Return(rented);
    }

    private static void Pass(ReadOnlySpan<int> from, Span<int> to, int shift)
    {
        Span<int> places = stackalloc int[1 << Bits];
        places.Clear();
        foreach (int value in from)
            places[(value >> shift) & ((1 << Bits) - 1)]++;
        int count = 0;
        foreach (ref int place in places)
            (place, count) = (count, count + place);
        foreach (int value in from)
            to[places[(value >> shift) & ((1 << Bits) - 1)]++] = value;
    }
}
