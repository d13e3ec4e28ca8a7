using System.IO.Compression;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Formats;

/// <summary>The parts of an input that identify its format.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="IsGzip">Whether it is compressed.</param>
/// <param name="Start">Its first bytes, uncompressed.</param>
internal sealed record InputSample(string Path, bool IsFolder, bool IsGzip, byte[] Start)
{
    private const int Length = 16;

    public static InputSample Take(string path)
    {
        if (Directory.Exists(path))
            return new InputSample(path, true, false, []);
        using FileStream file = File.OpenRead(FileFormats.Existing(path));
        byte[] start = Read(file);
        bool isGzip = start is [0x1F, 0x8B, ..];
        file.Position = 0;
        return new InputSample(path, false, isGzip, isGzip ? ReadCompressed(path, file) : start);
    }

    private static byte[] ReadCompressed(string path, FileStream file)
    {
        try
        {
            using GZipStream content = new(file, CompressionMode.Decompress);
            return Read(content);
        }
        catch (InvalidDataException error)
        {
            throw ToolException.BadInput($"'{path}' is damaged: {error.Message}", error);
        }
    }

    private static byte[] Read(Stream stream)
    {
        byte[] start = new byte[Length];
        return start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }
}
