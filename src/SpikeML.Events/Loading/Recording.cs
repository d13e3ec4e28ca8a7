namespace SpikeML.Events;

/// <summary>A recording to load: a file, which of its recordings, and its class.</summary>
/// <param name="Path">The file.</param>
/// <param name="Index">Which of the file's recordings, from 0.</param>
/// <param name="Label">The name of its class, or null if there are no classes.</param>
internal readonly record struct Recording(string Path, int Index, string? Label);
