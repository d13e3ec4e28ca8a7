namespace SpikeML;

/// <summary>Moves the last dimension of a row's values to the front.</summary>
internal static class Transposition
{
    /// <summary>The number of values that are read together: as many as fit in a cache line.</summary>
    private const int Tile = 16;

    /// <summary>Transposes all values.</summary>
    /// <param name="values">The values; the size of their last dimension is <paramref name="last"/>.</param>
    /// <param name="transposed">Receives the same number of values.</param>
    /// <param name="last">The size of the last dimension, which divides the number of values.</param>
    public static void OfDense<T>(ReadOnlySpan<T> values, Span<T> transposed, int last)
    {
        int others = values.Length / last;
        for (int firstOther = 0; firstOther < others; firstOther += Tile)
        {
            int end = Math.Min(others, firstOther + Tile);
            for (int place = 0; place < last; place++)
            {
                for (int other = firstOther; other < end; other++)
                    transposed[place * others + other] = values[other * last + place];
            }
        }
    }

    /// <summary>Transposes a sparse vector given its ascending slots; the slots of the result ascend too.</summary>
    /// <param name="slots">The slots.</param>
    /// <param name="values">Their values.</param>
    /// <param name="transposedSlots">Receives the same number of slots.</param>
    /// <param name="transposed">Receives their values.</param>
    /// <param name="length">The number of all slots.</param>
    /// <param name="places">Working memory of {last} numbers; its contents do not matter.</param>
    public static void OfSparse<T>(ReadOnlySpan<int> slots, ReadOnlySpan<T> values, Span<int> transposedSlots,
        Span<T> transposed, int length, Span<int> places)
    {
        // A counting sort by the last dimension; within each of its values, the slots are already in order.
        int last = places.Length, others = length / last, count = 0;
        places.Clear();
        foreach (int slot in slots)
            places[slot % last]++;
        foreach (ref int place in places)
            (place, count) = (count, count + place);
        for (int i = 0; i < slots.Length; i++)
        {
            (int other, int place) = Math.DivRem(slots[i], last);
            int at = places[place]++;
            (transposedSlots[at], transposed[at]) = (place * others + other, values[i]);
        }
    }
}
