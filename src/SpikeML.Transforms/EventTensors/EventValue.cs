namespace SpikeML;

/// <summary>What the value of a spike is, of the events of one pixel in one step.</summary>
public enum EventValue : byte
{
    /// <summary>The number of events, for each polarity.</summary>
    Count,

    /// <summary>1 if there are any events, for each polarity.</summary>
    AtMostOne,

    /// <summary>The number of on-events minus the number of off-events: one channel for both polarities.</summary>
    PolaritySum,
}
