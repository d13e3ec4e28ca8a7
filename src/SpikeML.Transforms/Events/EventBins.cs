using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Assigns events to bins.</summary>
internal interface IEventBins
{
    /// <summary>The bin of an event, and which events after it are in the same bin.</summary>
    /// <param name="own">The event.</param>
    /// <param name="index">The number of events before it.</param>
    EventRun RunOf(in AddressEvent own, int index);
}

/// <summary>Successive events in one bin: most events are in the bin of the one before, so that no division is needed.</summary>
/// <param name="Bin">The bin, or -1 for events outside the time that the bins cover.</param>
/// <param name="Start">The earliest time of these events in microseconds.</param>
/// <param name="Length">The latest time, after the earliest.</param>
/// <param name="Count">The largest number of events.</param>
internal readonly record struct EventRun(int Bin, long Start, ulong Length, int Count)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Covers(in AddressEvent own) => EventBinning.Elapsed(Start, own.Timestamp) <= Length;
}

/// <summary>The bins of successive events.</summary>
internal struct SuccessiveBins<TBins>(TBins binOf)
    where TBins : struct, IEventBins
{
    private EventRun _run;
    private int _index, _end;

    /// <summary>The bin of the next event, or -1 if it is outside the time that the bins cover.</summary>
    public int Next(in AddressEvent own)
    {
        if (_index == _end || !_run.Covers(own))
        {
            _run = binOf.RunOf(own, _index);
            _end = (int)Math.Min((long)_index + _run.Count, int.MaxValue);
        }
        _index++;
        return _run.Bin;
    }
}

/// <summary>One bin per time window.</summary>
internal readonly struct TimeWindows(long first, ulong longest, ulong window) : IEventBins
{
    public EventRun RunOf(in AddressEvent own, int index)
    {
        ulong elapsed = EventBinning.Elapsed(first, own.Timestamp);
        if (elapsed > longest)
            return new(-1, own.Timestamp, 0, 1);
        ulong bin = elapsed / window, start = bin * window;
        return new((int)bin, unchecked(first + (long)start), Math.Min(window - 1, longest - start), int.MaxValue);
    }
}

/// <summary>One bin per number of events.</summary>
internal readonly struct EventGroups(int eventCount) : IEventBins
{
    public EventRun RunOf(in AddressEvent own, int index) =>
        new(index / eventCount, long.MinValue, ulong.MaxValue, eventCount - index % eventCount);
}

/// <summary>A fixed number of bins of equal duration, in integer arithmetic, so no event falls between two bins.</summary>
internal readonly struct EqualBins(long first, ulong longest, int binCount) : IEventBins
{
    public EventRun RunOf(in AddressEvent own, int index)
    {
        ulong elapsed = EventBinning.Elapsed(first, own.Timestamp);
        if (elapsed > longest)
            return new(-1, own.Timestamp, 0, 1);
        UInt128 span = (UInt128)longest + 1, bins = (uint)binCount;
        int bin = (int)(elapsed * bins / span);
        // A bin begins at the first whole number that the division maps to it.
        ulong start = (ulong)(((uint)bin * span + bins - 1) / bins);
        ulong last = (ulong)((((uint)bin + 1) * span + bins - 1) / bins - 1);
        return new(bin, unchecked(first + (long)start), last - start, int.MaxValue);
    }
}
