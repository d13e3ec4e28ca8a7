using System.IO.Compression;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Inputs;

internal enum InputFormat
{
    /// <summary>IDX images, MNIST's format, plain or gzip.</summary>
    Idx,

    /// <summary>A table as text.</summary>
    Csv,

    /// <summary>ML.NET's binary format.</summary>
    Idv,

    /// <summary>A folder with MNIST's files.</summary>
    Mnist,
}

/// <summary>Tells formats apart by a file's first bytes; text by its extension.</summary>
internal static class InputFormats
{
    private static readonly byte[] Idv = "CML\0DVB\0"u8.ToArray();
    private static readonly string[] TextExtensions = [".csv", ".tsv", ".txt"];

    public static InputFormat Of(string path)
    {
        if (Directory.Exists(path))
            return InputFormat.Mnist;
        byte[] start = Start(path);
        if (start.AsSpan().StartsWith(Idv))
            return InputFormat.Idv;
        if (start is [0, 0, 8, 1 or 3, ..])
            return InputFormat.Idx;
        if (TextExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !IsGzip(path))
            return InputFormat.Csv;
        throw ToolException.BadInput($"'{path}' is no IDX and no ML.NET binary file by its content, and no text by its extension: give --input-format.");
    }

    /// <summary>A file that is to be read.</summary>
    public static string Existing(string path) => File.Exists(path) ? path : throw ToolException.Failed($"There is no file '{path}'.");

    private static bool IsGzip(string path)
    {
        using FileStream file = File.OpenRead(path);
        return file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
    }

    private static byte[] Start(string path)
    {
        using FileStream file = File.OpenRead(Existing(path));
        byte[] start = new byte[Idv.Length];
        if (!IsGzip(path))
            return start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        try
        {
            using GZipStream content = new(file, CompressionMode.Decompress);
            return start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException error)
        {
            throw ToolException.BadInput($"'{path}' is damaged: {error.Message}", error);
        }
    }
}
