namespace SpikeML.Events;

/// <summary>A file without events, in a format that is also used for other data.</summary>
internal sealed class NoEventsException(string message) : FormatException(message);
