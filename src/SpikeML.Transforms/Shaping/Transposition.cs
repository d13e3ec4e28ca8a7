namespace SpikeML;

/// <summary>Moves the last dimension of a row's values to the front.</summary>
internal static class Transposition
{
    /// <summary>Values that are read together: as many as fit a line of the fastest memory.</summary>
    private const int Tile = 16;

    /// <summary>Of all values.</summary>
    /// <param name="values">The values; the last dimension has <paramref name="last"/>.</param>
    /// <param name="transposed">Receives as many values.</param>
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

    /// <summary>Of some values, whose ascending slots are given; the result's slots ascend too.</summary>
    /// <param name="slots">The slots.</param>
    /// <param name="values">Their values.</param>
    /// <param name="transposedSlots">Receives as many slots.</param>
    /// <param name="transposed">Receives their values.</param>
    /// <param name="length">The number of all slots.</param>
    /// <param name="places">Room for as many numbers as the last dimension has values; what they hold does not matter.</param>
    public static void OfSparse<T>(ReadOnlySpan<int> slots, ReadOnlySpan<T> values, Span<int> transposedSlots,
        Span<T> transposed, int length, Span<int> places)
    {
        // A counting sort by the last dimension: within each of its values, the slots are in order already.
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
