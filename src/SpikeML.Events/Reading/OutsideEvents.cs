namespace SpikeML.Events;

/// <summary>What happens to events outside the sensor.</summary>
public enum OutsideEvents
{
    /// <summary>They are an error that gives the event's index.</summary>
    Fail,

    /// <summary>They are left out and counted (<see cref="EventReader.DroppedCount"/>).</summary>
    Drop,
}
