using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The earliest and the latest time of events in any order, eight events at a time.</summary>
internal static class EventTimes
{
    /// <summary>An event is two 64-bit numbers; the second is its time.</summary>
    private const int Numbers = 2, Time = 1;

    public static (long First, long Last) Range(ReadOnlySpan<AddressEvent> events)
    {
        (long first, long last) = (long.MaxValue, long.MinValue);
        int whole = events.Length & -Vector512<long>.Count;
        if (whole > 0)
            (first, last) = OfVectors(MemoryMarshal.Cast<AddressEvent, long>(events[..whole]));
        foreach (ref readonly AddressEvent own in events[whole..])
            (first, last) = (Math.Min(first, own.Timestamp), Math.Max(last, own.Timestamp));
        return (first, last);
    }

    /// <summary>All numbers are compared, also those that are not times; only the lanes of times count in the end.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static (long First, long Last) OfVectors(ReadOnlySpan<long> numbers)
    {
        Vector512<long> first0 = Vector512.Create(long.MaxValue), first1 = first0;
        Vector512<long> last0 = Vector512.Create(long.MinValue), last1 = last0;
        ReadOnlySpan<Vector512<long>> vectors = MemoryMarshal.Cast<long, Vector512<long>>(numbers);
        for (int i = 0; i <= vectors.Length - Numbers; i += Numbers)
        {
            (first0, last0) = (Vector512.Min(first0, vectors[i]), Vector512.Max(last0, vectors[i]));
            (first1, last1) = (Vector512.Min(first1, vectors[i + 1]), Vector512.Max(last1, vectors[i + 1]));
        }
        (Vector512<long> firsts, Vector512<long> lasts) = (Vector512.Min(first0, first1), Vector512.Max(last0, last1));
        (long first, long last) = (long.MaxValue, long.MinValue);
        for (int lane = Time; lane < Vector512<long>.Count; lane += Numbers)
            (first, last) = (Math.Min(first, firsts[lane]), Math.Max(last, lasts[lane]));
        return (first, last);
    }
}
