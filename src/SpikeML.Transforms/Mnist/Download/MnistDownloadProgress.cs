namespace SpikeML;

/// <summary>The progress of a download.</summary>
/// <param name="FileName">The file that is being downloaded.</param>
/// <param name="BytesReceived">The number of bytes received so far; 0 when a mirror starts to respond.</param>
/// <param name="TotalBytes">The total number of bytes, or null if the mirror does not say.</param>
public readonly record struct MnistDownloadProgress(string FileName, long BytesReceived, long? TotalBytes);
