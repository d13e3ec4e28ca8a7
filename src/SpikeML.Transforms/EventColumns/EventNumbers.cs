using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    public static void Read<T>(ReadOnlySpan<T> numbers, Span<AddressEvent> events)
        where T : unmanaged, INumber<T>
    {
        numbers = numbers[..(events.Length * EventColumn.Fields)];
        int read = typeof(T) == typeof(float) && BitConverter.IsLittleEndian
            ? ReadPairs(MemoryMarshal.Cast<T, float>(numbers), events) : 0;
        ReadEach(numbers[(read * EventColumn.Fields)..], events[read..], read);
    }

    /// <summary>
    /// Reads two events at a time, up to those that are invalid or whose time exceeds 32 bits; returns how many.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static int ReadPairs(ReadOnlySpan<float> numbers, Span<AddressEvent> events)
    {
        const int NoPlace = ~EventColumn.LargestCoordinate, NoPolarity = ~1;
        Vector256<int> wrong = Vector256.Create(NoPlace, NoPlace, 0, NoPolarity, NoPlace, NoPlace, 0, NoPolarity);
        Vector256<int> row = Vector256.Create(0, -1, 0, 0, 0, -1, 0, 0), upper = Vector256.Create(0, 0, 0, -1, 0, 0, 0, -1);
        ref int place = ref Unsafe.As<AddressEvent, int>(ref MemoryMarshal.GetReference(events));
        int at = 0;
        for (; at <= numbers.Length - Vector256<float>.Count; at += Vector256<float>.Count)
        {
            Vector256<float> own = Vector256.Create(numbers[at..]);
            Vector256<int> whole = Vector256.ConvertToInt32Native(own);
            Vector256<int> refused = (whole & wrong) | ~Vector256.Equals(Vector256.ConvertToSingle(whole), own).AsInt32();
            // What some processors make of 2^31 and above, which single precision rounds back to 2^31.
            if ((refused | Vector256.Equals(whole, Vector256.Create(int.MaxValue))) != Vector256<int>.Zero)
                break;
            Vector256<int> fields = Vector256.Shuffle(whole, Vector256.Create(0, 1, 2, 2, 4, 5, 6, 6));
            Vector256<int> polarities = Vector256.Shuffle(whole, Vector256.Create(0, 3, 2, 2, 4, 7, 6, 6)) & row;
            Vector256<int> packed = Vector256.ConditionalSelect(upper, fields >> 31, fields + (fields & row) + polarities);
            packed.StoreUnsafe(ref place, (nuint)at);
        }
        return at / EventColumn.Fields;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void ReadEach<T>(ReadOnlySpan<T> numbers, Span<AddressEvent> events, int before)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < events.Length; i++)
        {
            ReadOnlySpan<T> own = numbers.Slice(i * EventColumn.Fields, EventColumn.Fields);
            long x = Whole(own[0]), y = Whole(own[1]), time = Whole(own[2]), polarity = Whole(own[3]);
            if ((((x | y) & ~(long)EventColumn.LargestCoordinate) | (polarity & ~1L)) != 0
                || (ulong)(time + EventColumn.LargestTime) > 2 * (ulong)EventColumn.LargestTime)
                throw Invalid(own, (before + i) * EventColumn.Fields);
            events[i] = new((int)x, (int)y, time, (int)polarity);
        }
    }

    /// <summary>The number, or one that no field accepts where it is not whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Whole<T>(T number)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(long) || typeof(T) == typeof(int))
            return long.CreateTruncating(number);
        // What 64 bits do not hold gives a number that differs, or one that no field accepts.
        long whole = typeof(T) == typeof(double) ? double.ConvertToIntegerNative<long>(double.CreateTruncating(number))
            : float.ConvertToIntegerNative<long>(float.CreateTruncating(number));
        return T.CreateTruncating(whole) == number ? whole : long.MaxValue;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
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
