using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Reads events from rows of numbers of any type.</summary>
internal static class EventNumbers
{
    private static readonly string[] Names = ["x", "y", "time", "polarity"];

    /// <summary>Throws unless there are four numbers for each event.</summary>
    public static void CheckLength<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, INumber<T>
    {
        if (numbers.Length % EventColumn.Fields != 0)
            throw new InvalidFeatureException(numbers.Length - 1, double.CreateTruncating(numbers[^1]),
                $"An event has {EventColumn.Fields} numbers (x, y, time, polarity), so {numbers.Length} numbers are not whole "
                + "events.");
    }

    /// <summary>Reads and checks events.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Read<T>(ReadOnlySpan<T> numbers, Span<AddressEvent> events)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < events.Length; i++)
        {
            ReadOnlySpan<T> own = numbers.Slice(i * EventColumn.Fields, EventColumn.Fields);
            long x = Whole(own[0]), y = Whole(own[1]), time = Whole(own[2]), polarity = Whole(own[3]);
            if ((ulong)x > EventColumn.LargestCoordinate || (ulong)y > EventColumn.LargestCoordinate || (ulong)polarity > 1
                || time is > EventColumn.LargestTime or < -EventColumn.LargestTime)
                throw Invalid(own, i * EventColumn.Fields);
            events[i] = new((int)x, (int)y, time, (int)polarity);
        }
    }

    /// <summary>The number, or one that no field accepts where it is not whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Whole<T>(T number)
        where T : unmanaged, INumber<T>
    {
        long whole = long.CreateSaturating(number);
        bool isWhole = typeof(T) == typeof(long) || typeof(T) == typeof(int) || T.CreateSaturating(whole) == number;
        return isWhole ? whole : long.MaxValue;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static InvalidFeatureException Invalid<T>(ReadOnlySpan<T> own, int slot)
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<long> least = [0, 0, -EventColumn.LargestTime, 0];
        ReadOnlySpan<long> most = [EventColumn.LargestCoordinate, EventColumn.LargestCoordinate, EventColumn.LargestTime, 1];
        int field = 0;
        while (Whole(own[field]) >= least[field] && Whole(own[field]) <= most[field])
            field++;
        string range = field switch
        {
            2 => "a whole number of microseconds; multiply seconds by 1,000,000 first",
            3 => "0 (darker) or 1 (brighter); change -1 to 0 first",
            _ => $"a whole number from 0 to {EventColumn.LargestCoordinate}",
        };
        return new InvalidFeatureException(slot + field, double.CreateTruncating(own[field]),
            $"It is the {Names[field]} of event {slot / EventColumn.Fields}, which must be {range}.");
    }
}
