namespace SpikeML;

/// <summary>Which events <see cref="EventBinning"/> bins, and what the values of its spikes are.</summary>
public sealed record EventBinningOptions
{
    /// <summary>The time at which bin 0 begins, in microseconds; null begins at the earliest event.</summary>
    /// <value>Null by default.</value>
    public long? Start { get; init; }

    /// <summary>
    /// The time at which the last bin ends, in microseconds, above <see cref="Start"/>: events from then on are left out. Null
    /// ends with the latest event.
    /// </summary>
    /// <value>Null by default.</value>
    public long? End { get; init; }

    /// <summary>What the value of a spike is.</summary>
    /// <value><see cref="EventValue.Count"/> by default.</value>
    public EventValue Value { get; init; }

    internal void Validate()
    {
        OptionCheck.Require(Start is null || End is null || End > Start, End, nameof(End), $"End must be above Start ({Start}).");
        OptionCheck.Require(Enum.IsDefined(Value), Value, nameof(Value), "Value must be Count, AtMostOne or PolaritySum.");
    }

    /// <summary>Whether an event is one of those that are binned.</summary>
    internal bool Takes(in AddressEvent own) => !(own.Timestamp < Start) && !(own.Timestamp >= End);
}
