namespace SpikeML;

/// <summary>A file exists that may not be replaced.</summary>
internal sealed class FileExistsException(string path) : IOException($"'{path}' already exists.");
