using System.Buffers;
using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Counts the events of each bin and pixel.</summary>
/// <remarks>
/// Events in the order of their bins, as in most recordings, are counted in one frame. Other events are sorted by bin and pixel,
/// and so are events in bins so short that examining a frame for each would cost more. Either way takes memory for a few numbers
/// per event or for one frame.
/// </remarks>
internal static class EventFrames
{
    private const int SmallFrame = 1 << 16;

    public static SpikeTrain Count<TBins>(ReadOnlySpan<AddressEvent> events, int height, int width, int bins, TBins binOf)
        where TBins : struct, IEventBins
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        // Throws where there would be too many neurons.
        int neurons = new SpikeTrain(bins, [2, height, width], []).NeuronCount;
        if (events.IsEmpty)
            return new SpikeTrain(bins, [2, height, width], []);
        // Bin 0 is ended also where it has no events.
        using EventCounts counted = new(
            (int)Math.Min(events.Length, (long)neurons * bins), Math.Min(events.Length, bins - 1) + 1);
        Count(events, height, width, bins, binOf, counted);
        return new SpikeTrain(bins, [2, height, width], counted.ToSpikes());
    }

    /// <summary>
    /// The same for events from the first to the last in time, as in most recordings, whose times need not be read beforehand.
    /// </summary>
    /// <returns>Null where an event is not in order, or counting in order would not be the faster way.</returns>
    public static SpikeTrain? TryCount<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, UInt128 bins, TBins binOf)
        where TBins : struct, IEventBins
    {
        Int128 values = (Int128)2 * height * width * (Int128)bins;
        if (height < 1 || width < 1 || values > Array.MaxLength || !IsFrameSmall(2 * height * width, (int)bins, events.Length))
            return null;
        using EventCounts counted = new(Math.Min(events.Length, (int)values), Math.Min(events.Length, (int)bins));
        return TryCountInOrder(events, height, width, binOf, new EventFrame(2 * height * width), counted)
            ? new SpikeTrain((int)bins, [2, height, width], counted.ToSpikes()) : null;
    }

    /// <summary>Counts the events of all bins, where nothing has been counted before.</summary>
    public static void Count<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, int bins, TBins binOf, EventCounts counted)
        where TBins : struct, IEventBins
    {
        int neurons = 2 * height * width;
        if (!IsFrameSmall(neurons, bins, events.Length)
            || !TryCountInOrder(events, height, width, binOf, new EventFrame(neurons), counted))
            CountOthers(events, height, width, bins, binOf, counted);
    }

    private static void CountOthers<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, int bins, TBins binOf, EventCounts counted)
        where TBins : struct, IEventBins
    {
        int neurons = 2 * height * width;
        if ((long)neurons * bins <= int.MaxValue)
            CountSorted(events, height, width, binOf, neurons, counted);
        else
            CountFar(events, height, width, binOf, neurons, counted);
    }

    private static bool IsFrameSmall(int neurons, int bins, int events) =>
        (neurons <= SmallFrame || neurons / 4 <= events)
            && (long)EventFrame.Passes(neurons) * Math.Min(bins, events) <= 4L * events;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryCountInOrder<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, TBins binOf, EventFrame frame, EventCounts counted)
        where TBins : struct, IEventBins
    {
        int bin = 0;
        foreach (ref readonly AddressEvent own in events)
        {
            int neuron = Neuron(own, height, width), next = binOf.Next(own);
            if (next != bin)
            {
                if (next < bin)
                {
                    frame.Return();
                    counted.Clear();
                    return false;
                }
                frame.MoveTo(counted, bin);
                bin = next;
            }
            frame.Count(neuron);
        }
        frame.MoveTo(counted, bin);
        frame.Return();
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CountSorted<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, TBins binOf, int neurons, EventCounts counted)
        where TBins : struct, IEventBins
    {
        int[] slots = ArrayPool<int>.Shared.Rent(events.Length);
        for (int i = 0; i < events.Length; i++)
            slots[i] = Neuron(events[i], height, width) + binOf.Next(events[i]) * neurons;
        Span<int> sorted = slots.AsSpan(0, events.Length);
        RadixSort.Sort(sorted);
        for (int next = 0; next < sorted.Length;)
        {
            int slot = sorted[next], first = next;
            while (next < sorted.Length && sorted[next] == slot)
                next++;
            int bin = slot / neurons;
            counted.Add(slot - bin * neurons, next - first);
            if (next == sorted.Length || sorted[next] / neurons != bin)
                counted.EndBin(bin);
        }
        ArrayPool<int>.Shared.Return(slots);
    }

    /// <summary>The same for so many bins and pixels that 32 bits do not number them all.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CountFar<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, TBins binOf, int neurons, EventCounts counted)
        where TBins : struct, IEventBins
    {
        long[] slots = ArrayPool<long>.Shared.Rent(events.Length);
        for (int i = 0; i < events.Length; i++)
            slots[i] = Neuron(events[i], height, width) + (long)binOf.Next(events[i]) * neurons;
        Span<long> sorted = slots.AsSpan(0, events.Length);
        sorted.Sort();
        for (int next = 0; next < sorted.Length;)
        {
            long slot = sorted[next];
            int first = next;
            while (next < sorted.Length && sorted[next] == slot)
                next++;
            long bin = slot / neurons;
            counted.Add((int)(slot - bin * neurons), next - first);
            if (next == sorted.Length || sorted[next] / neurons != bin)
                counted.EndBin((int)bin);
        }
        ArrayPool<long>.Shared.Return(slots);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Neuron(in AddressEvent own, int height, int width)
    {
        if ((uint)own.X >= (uint)width || (uint)own.Y >= (uint)height || (uint)own.Polarity > 1)
            throw Outside(own, height, width, parameter: "events");
        return (own.Polarity * height + own.Y) * width + own.X;
    }

    private static ArgumentException Outside(AddressEvent own, int height, int width, string parameter) =>
        new($"{own} is outside the sensor, which has {height} x {width} pixels and the polarities 0 and 1.", parameter);
}
