namespace SpikeML.Events;

/// <summary>Converts times to microseconds, rounded to the nearest one.</summary>
internal readonly struct TimeScale
{
    private readonly EventTimeUnit _unit;
    private readonly bool _isAssumed;

    /// <param name="unit">The unit, or null to detect it.</param>
    /// <param name="hasFractions">Whether a time among the first has a fraction.</param>
    public TimeScale(EventTimeUnit? unit, bool hasFractions)
    {
        _unit = unit ?? (hasFractions ? EventTimeUnit.Seconds : EventTimeUnit.Microseconds);
        _isAssumed = unit is null;
    }

    public string Details => _isAssumed
        ? $"{_unit.ToString().ToLowerInvariant()}, by {(_unit == EventTimeUnit.Seconds ? "their fractions" : "integer times")}"
        : _unit.ToString().ToLowerInvariant();

    /// <summary>Converts a time, or returns null if it is not a time in this unit.</summary>
    public long? ToMicroseconds(EventNumber time)
    {
        (long factor, long divisor) = _unit switch
        {
            EventTimeUnit.Seconds => (1_000_000L, 1L),
            EventTimeUnit.Milliseconds => (1_000L, 1L),
            EventTimeUnit.Microseconds => (1L, 1L),
            _ => (1L, 1_000L),
        };
        if (double.IsNaN(time.Fraction) || (time.Fraction != 0 && _isAssumed && _unit == EventTimeUnit.Microseconds))
            return null;
        if (divisor > 1)
            return (time.Whole >= 0 ? time.Whole + divisor / 2 : time.Whole - divisor / 2) / divisor;
        Int128 whole = (Int128)time.Whole * factor + (long)Math.Round(time.Fraction * factor);
        return whole >= long.MinValue && whole <= long.MaxValue ? (long)whole : null;
    }
}
