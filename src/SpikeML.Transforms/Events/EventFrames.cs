using System.Buffers;
using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Counts the events of each bin and pixel.</summary>
/// <remarks>
/// Small frames are counted all at once. Larger ones are counted one after the other where events are in the order of their bins,
/// as in most recordings. Other events are sorted by bin and pixel, and so are events in bins so short that examining a frame for
/// each would cost more. Each way takes memory for a few numbers per event or for one frame.
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
        SpikeTrain silent = new(bins, [2, height, width], []);
        if (events.IsEmpty)
            return silent;
        BinnedSpikes spikes = new();
        Count(events, height, width, bins, binOf, spikes);
        SpikeTrain train = spikes.ToTrain(bins, silent.Shape);
        spikes.Return();
        return train;
    }

    /// <summary>
    /// The same for bins from the first event to the last, as in most recordings, whose times need not be read beforehand.
    /// </summary>
    /// <returns>Null where an event is outside that time, or counting would first have to bring the events in order.</returns>
    public static SpikeTrain? TryCount<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, UInt128 bins, TBins binOf)
        where TBins : struct, IEventBins
    {
        Int128 values = (Int128)2 * height * width * (Int128)bins;
        if (height < 1 || width < 1 || values > Array.MaxLength)
            return null;
        BinnedSpikes spikes = new();
        SpikeTrain? train = TryCountInFrames(events, height, width, (int)bins, binOf, spikes)
            ? spikes.ToTrain((int)bins, [2, height, width]) : null;
        spikes.Return();
        return train;
    }

    /// <summary>Counts the events of all bins.</summary>
    public static void Count<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, int bins, TBins binOf, BinnedSpikes spikes)
        where TBins : struct, IEventBins
    {
        if (TryCountInFrames(events, height, width, bins, binOf, spikes))
            return;
        int neurons = 2 * height * width;
        spikes.Clear(LargestCount(events, neurons, bins));
        if ((long)neurons * bins <= int.MaxValue)
            CountSorted(events, height, width, binOf, neurons, spikes);
        else
            CountFar(events, height, width, binOf, neurons, spikes);
    }

    /// <summary>Counts in frames of all bins or of one, where that is the faster way.</summary>
    /// <returns>False where it is not, or an event is out of order or outside the time that the bins cover.</returns>
    private static bool TryCountInFrames<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, int bins, TBins binOf, BinnedSpikes spikes)
        where TBins : struct, IEventBins
    {
        int neurons = 2 * height * width;
        if (BinFrames.Suits(neurons, bins, events.Length))
            return TryCountAll(events, height, width, binOf, spikes.ClearedFrames(neurons, bins));
        if (!IsFrameSmall(neurons, bins, events.Length))
            return false;
        spikes.Clear(LargestCount(events, neurons, bins));
        return TryCountInOrder(events, height, width, binOf, spikes);
    }

    private static int LargestCount(ReadOnlySpan<AddressEvent> events, int neurons, int bins) =>
        (int)Math.Min(events.Length, (long)neurons * bins);

    private static bool IsFrameSmall(int neurons, int bins, int events) =>
        (neurons <= SmallFrame || neurons / 4 <= events)
            && (long)EventFrame.Passes(neurons) * Math.Min(bins, events) <= 4L * events;

    /// <returns>False where an event is outside the time that the bins cover.</returns>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static bool TryCountAll<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, TBins binOf, BinFrames frames)
        where TBins : struct, IEventBins
    {
        for (int next = 0; next < events.Length;)
        {
            EventRun run = binOf.RunOf(events[next], next);
            if (run.Bin < 0)
                return false;
            BinFrame frame = frames[run.Bin];
            int counted = CountRun(events.Slice(next, Math.Min(run.Count, events.Length - next)), height, width, run, frame);
            if (counted == 0)
                frame.SetAside(Neuron(events[next], height, width));
            next += counted;
        }
        return true;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static bool TryCountInOrder<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, TBins binOf, BinnedSpikes spikes)
        where TBins : struct, IEventBins
    {
        EventFrame frame = new(2 * height * width, spikes.Excess);
        int bin = 0;
        for (int next = 0; next < events.Length;)
        {
            EventRun run = binOf.RunOf(events[next], next);
            if (run.Bin < bin)
            {
                frame.Return();
                return false;
            }
            if (run.Bin > bin)
                frame.MoveTo(spikes, bin);
            bin = run.Bin;
            int counted = CountRun(events.Slice(next, Math.Min(run.Count, events.Length - next)), height, width, run, frame);
            if (counted == 0)
                frame.SetAside(Neuron(events[next], height, width));
            next += counted;
        }
        frame.MoveTo(spikes, bin);
        frame.Return();
        return true;
    }

    /// <summary>
    /// Counts events up to the first that is of another run, outside the sensor, or one too many for its pixel, and returns their
    /// number. The loop makes no call, so that it keeps its variables in registers.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static int CountRun<TFrame>(ReadOnlySpan<AddressEvent> events, int height, int width, in EventRun run, TFrame frame)
        where TFrame : struct, IPixelCounts
    {
        (long start, ulong length) = (run.Start, run.Length);
        int next = 0;
        for (; next < events.Length; next++)
        {
            ref readonly AddressEvent own = ref events[next];
            if (EventBinning.Elapsed(start, own.Timestamp) > length || !IsInside(own, height, width)
                || !frame.TryCount(NumberOf(own, height, width)))
                break;
        }
        return next;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void CountSorted<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, TBins binOf, int neurons, BinnedSpikes spikes)
        where TBins : struct, IEventBins
    {
        int[] slots = ArrayPool<int>.Shared.Rent(events.Length);
        SuccessiveBins<TBins> bins = new(binOf);
        for (int i = 0; i < events.Length; i++)
            slots[i] = Neuron(events[i], height, width) + bins.Next(events[i]) * neurons;
        Span<int> sorted = slots.AsSpan(0, events.Length);
        RadixSort.Sort(sorted);
        for (int next = 0; next < sorted.Length;)
        {
            int slot = sorted[next], first = next;
            while (next < sorted.Length && sorted[next] == slot)
                next++;
            int bin = slot / neurons;
            spikes.Add(bin, slot - bin * neurons, next - first);
        }
        ArrayPool<int>.Shared.Return(slots);
    }

    /// <summary>The same for so many bins and pixels that 32 bits do not number them all.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void CountFar<TBins>(
        ReadOnlySpan<AddressEvent> events, int height, int width, TBins binOf, int neurons, BinnedSpikes spikes)
        where TBins : struct, IEventBins
    {
        long[] slots = ArrayPool<long>.Shared.Rent(events.Length);
        SuccessiveBins<TBins> bins = new(binOf);
        for (int i = 0; i < events.Length; i++)
            slots[i] = Neuron(events[i], height, width) + (long)bins.Next(events[i]) * neurons;
        Span<long> sorted = slots.AsSpan(0, events.Length);
        sorted.Sort();
        for (int next = 0; next < sorted.Length;)
        {
            long slot = sorted[next];
            int first = next;
            while (next < sorted.Length && sorted[next] == slot)
                next++;
            long bin = slot / neurons;
            spikes.Add((int)bin, (int)(slot - bin * neurons), next - first);
        }
        ArrayPool<long>.Shared.Return(slots);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Neuron(in AddressEvent own, int height, int width) => IsInside(own, height, width)
        ? NumberOf(own, height, width) : throw Outside(own, height, width, parameter: "events");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NumberOf(in AddressEvent own, int height, int width) => (own.Polarity * height + own.Y) * width + own.X;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsInside(in AddressEvent own, int height, int width) =>
        (uint)own.X < (uint)width && (uint)own.Y < (uint)height;

    private static ArgumentException Outside(AddressEvent own, int height, int width, string parameter) =>
        new($"{own} is outside the sensor, which has {height} x {width} pixels.", parameter);
}
