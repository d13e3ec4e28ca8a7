using System.Buffers.Binary;
using System.IO.Compression;

namespace SpikeML.Tests.Mnist;

/// <summary>Makes the bytes of IDX files, right and wrong ones.</summary>
internal static class IdxBytes
{
    public const uint ImagesMagic = 0x803;
    public const uint LabelsMagic = 0x801;

    public static byte[] File(uint magic, uint[] sizes, params byte[] data)
    {
        byte[] header = new byte[4 + 4 * sizes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(header, magic);
        for (int i = 0; i < sizes.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 + 4 * i), sizes[i]);
        return [.. header, .. data];
    }

    /// <summary>Images whose pixels count up from 0, modulo 251.</summary>
    public static byte[] Images(int count, int rows, int columns) =>
        File(ImagesMagic, [(uint)count, (uint)rows, (uint)columns], Pixels(count * rows * columns));

    public static byte[] Labels(params byte[] labels) => File(LabelsMagic, [(uint)labels.Length], labels);

    public static byte[] Pixels(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i % 251))];

    public static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(content);
        return compressed.ToArray();
    }
}
