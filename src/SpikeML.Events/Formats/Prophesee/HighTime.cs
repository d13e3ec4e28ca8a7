namespace SpikeML.Events;

/// <summary>
/// Times that wrap, or their upper part, which comes in words of its own. It starts again from 0 at a power of two; a step back
/// by less than half of that is not a wrap. After a wrap, a rise by nearly the whole range is a step back to before it.
/// </summary>
/// <param name="shift">The number of bits of a time below the upper part.</param>
/// <param name="bits">The number of bits of the upper part.</param>
internal struct HighTime(int shift, int bits)
{
    private readonly int _shift = shift;
    private readonly long _wrap = 1L << bits;
    private long _last, _offset;

    /// <summary>Whether there has been a word with the upper part.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>The upper part in microseconds; the lower bits are 0.</summary>
    public long Time { get; private set; }

    public void Next(long high)
    {
        if (_last - high > _wrap / 2)
            _offset += _wrap;
        else if (high - _last > _wrap - _wrap / 16 && _offset > 0)
            _offset -= _wrap;
        _last = high;
        Time = (high + _offset) << _shift;
        IsKnown = true;
    }
}
