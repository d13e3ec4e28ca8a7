namespace SpikeML;

/// <summary>Sorts large arrays in short runs that are then merged, checking for cancellation in between.</summary>
internal static class RunSort
{
    /// <summary>The number of values that take a few milliseconds.</summary>
    private const int RunLength = 1 << 16;

    /// <summary>Sorts the first values in ascending order; many values need as much memory again.</summary>
    /// <param name="values">The values.</param>
    /// <param name="count">The number of values to sort.</param>
    /// <param name="checkAlive">Throws where sorting is to end.</param>
    public static void Sort<T>(T[] values, int count, Action checkAlive)
        where T : IComparable<T>
    {
        for (int start = 0; start < count; start += RunLength)
        {
            checkAlive();
            Array.Sort(values, start, Math.Min(RunLength, count - start));
        }
        if (count <= RunLength)
            return;
        T[] from = values, to = new T[count];
        for (long length = RunLength; length < count; length *= 2)
        {
            for (long start = 0; start < count; start += 2 * length)
            {
                long middle = Math.Min(start + length, count), end = Math.Min(middle + length, count);
                Merge(from, to, (int)start, (int)middle, (int)end, checkAlive);
            }
            (from, to) = (to, from);
        }
        if (from != values)
            Array.Copy(from, values, count);
    }

    private static void Merge<T>(T[] from, T[] to, int left, int middle, int end, Action checkAlive)
        where T : IComparable<T>
    {
        int right = middle, leftEnd = middle;
        for (int place = left; place < end; place++)
        {
            if (place % RunLength == 0)
                checkAlive();
            // Of equal values, the left one comes first, which keeps their order.
            bool takesLeft = left < leftEnd && (right == end || from[left].CompareTo(from[right]) <= 0);
            to[place] = takesLeft ? from[left++] : from[right++];
        }
    }
}
