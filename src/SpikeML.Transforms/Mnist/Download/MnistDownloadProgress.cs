namespace SpikeML;

/// <summary>How far a download has come.</summary>
/// <param name="FileName">The file under way.</param>
/// <param name="BytesReceived">How many of its bytes have arrived; 0 when a mirror has begun to answer.</param>
/// <param name="TotalBytes">How many there are; null where the mirror doesn't say.</param>
public readonly record struct MnistDownloadProgress(string FileName, long BytesReceived, long? TotalBytes);
