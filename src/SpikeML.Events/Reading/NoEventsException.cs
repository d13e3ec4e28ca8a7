namespace SpikeML.Events;

/// <summary>A file of a format that holds more than recordings, in which there is none.</summary>
internal sealed class NoEventsException(string message) : FormatException(message);
