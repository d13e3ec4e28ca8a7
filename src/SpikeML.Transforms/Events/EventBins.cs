namespace SpikeML;

/// <summary>Assigns successive events to bins.</summary>
internal interface IEventBins
{
    /// <summary>The bin of the next event, or -1 if it is outside the time that the bins cover.</summary>
    int Next(in AddressEvent own);
}

/// <summary>One bin per time window. Most events are in the same bin as the event before, which takes no division.</summary>
internal struct TimeWindows(long first, ulong longest, ulong window) : IEventBins
{
    private ulong _start, _last = Math.Min(window - 1, longest);
    private int _bin;

    public int Next(in AddressEvent own)
    {
        ulong elapsed = EventBinning.Elapsed(first, own.Timestamp);
        if (elapsed - _start <= _last)
            return _bin;
        if (elapsed > longest)
            return -1;
        _bin = (int)(elapsed / window);
        _start = (ulong)_bin * window;
        _last = Math.Min(window - 1, longest - _start);
        return _bin;
    }
}

/// <summary>One bin per number of events.</summary>
internal struct EventGroups(int eventCount) : IEventBins
{
    private int _bin, _count;

    public int Next(in AddressEvent own)
    {
        if (_count == eventCount)
            (_bin, _count) = (_bin + 1, 0);
        _count++;
        return _bin;
    }
}

/// <summary>A fixed number of bins of equal duration, in integer arithmetic, so no event falls between two bins.</summary>
internal struct EqualBins(long first, ulong longest, int binCount) : IEventBins
{
    private UInt128 _start, _end;
    private int _bin;

    public int Next(in AddressEvent own)
    {
        UInt128 elapsed = EventBinning.Elapsed(first, own.Timestamp);
        if (elapsed >= _start && elapsed < _end)
            return _bin;
        if (elapsed > longest)
            return -1;
        UInt128 span = (UInt128)longest + 1, bins = (uint)binCount;
        _bin = (int)(elapsed * bins / span);
        // A bin begins at the first whole number that the division maps to it.
        _start = ((uint)_bin * span + bins - 1) / bins;
        _end = (((uint)_bin + 1) * span + bins - 1) / bins;
        return _bin;
    }
}
