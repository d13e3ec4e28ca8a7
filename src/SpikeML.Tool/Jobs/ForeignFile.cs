using System.IO.Compression;
using SpikeML.Events;
using SpikeML.Tool.Parquet;

namespace SpikeML.Tool.Jobs;

/// <summary>Says what a file is that is not an ML.NET model.</summary>
internal static class ForeignFile
{
    private const int StartLength = 8;

    /// <summary>What the file is, such as "a PyTorch file", or null if it is unknown.</summary>
    public static string? KindOf(string path)
    {
        try
        {
            Span<byte> start = stackalloc byte[StartLength];
            using FileStream file = File.OpenRead(path);
            start = start[..file.ReadAtLeast(start, StartLength, throwOnEndOfStream: false)];
            if (start.StartsWith("PK"u8))
                return OfEntries(file);
            return start.StartsWith(FormatGuess.Hdf5[..4]) ? "an HDF5 file, as graphs of NIR are ('spikeml nir run' runs those)"
                : start.StartsWith(NpyHeader.Magic) ? "a NumPy array"
                : start.StartsWith(ParquetRecord.FileMark) ? "a Parquet file"
                : Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase) ? "an ONNX model"
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    private static string? OfEntries(FileStream file)
    {
        file.Position = 0;
        using ZipArchive zip = new(file, ZipArchiveMode.Read);
        return zip.Entries.Any(entry => entry.Name == "data.pkl") ? "a PyTorch file"
            : zip.Entries.Any(entry => entry.Name.EndsWith(".npy", StringComparison.Ordinal)) ? "a NumPy file (.npz)"
            : null;
    }
}
