using System.Buffers.Binary;
using System.IO.Compression;
using SpikeML.Plot.Animations;

namespace SpikeML.Plot.Png;

/// <summary>
/// The parts of PNG files with few colours, according to the PNG specification (third edition), which includes APNG.
/// </summary>
internal static class PngChunks
{
    private const byte IndexedColor = 3;

    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>Writes an image: its pixels are places in the palette of colours, which are 0xAARRGGBB.</summary>
    public static void WriteImage(Stream stream, ReadOnlySpan<byte> pixels, int width, int height, ReadOnlySpan<uint> palette)
    {
        int bits = BitPacking.BitsFor(palette.Length);
        WriteStart(stream, width, height, bits);
        WritePalette(stream, palette);
        Write(stream, "IDAT"u8, Compress(pixels, width, new FrameChange(0, 0, width, height), bits));
        Write(stream, "IEND"u8, []);
    }

    public static void WriteStart(Stream stream, int width, int height, int bits)
    {
        stream.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)bits, IndexedColor);
        Write(stream, "IHDR"u8, header);
    }

    /// <summary>Writes colours given as 0xAARRGGBB, and their alphas if some are not opaque.</summary>
    public static void WritePalette(Stream stream, ReadOnlySpan<uint> palette)
    {
        byte[] colors = new byte[3 * palette.Length];
        for (int i = 0; i < palette.Length; i++)
            (colors[3 * i], colors[3 * i + 1], colors[3 * i + 2]) =
                ((byte)(palette[i] >> 16), (byte)(palette[i] >> 8), (byte)palette[i]);
        Write(stream, "PLTE"u8, colors);
        byte[] alphas = new byte[palette.Length];
        for (int i = 0; i < palette.Length; i++)
            alphas[i] = (byte)(palette[i] >> 24);
        if (alphas.AsSpan().ContainsAnyExcept(byte.MaxValue))
            Write(stream, "tRNS"u8, alphas);
    }

    /// <summary>The pixels of a rectangle, compressed.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> pixels, int width, FrameChange rectangle, int bits)
    {
        byte[] row = new byte[1 + BitPacking.BytesFor(rectangle.Width, bits)];
        ReadOnlySpan<byte> above = [];
        using MemoryStream data = new();
        using (ZLibStream compressor = new(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int y = 0; y < rectangle.Height; y++)
            {
                ReadOnlySpan<byte> line = pixels.Slice((rectangle.Top + y) * width + rectangle.Left, rectangle.Width);
                // The first byte, 0, means that the row is not filtered. The rows of a cell are alike.
                if (y == 0 || !line.SequenceEqual(above))
                    BitPacking.Pack(line, bits, row.AsSpan(1));
                compressor.Write(row);
                above = line;
            }
        }
        return data.ToArray();
    }

    public static void Write(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), content));
        stream.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
            crc = CrcTable[(byte)(crc ^ value)] ^ crc >> 8;
        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320 ^ value >> 1 : value >> 1;
            table[i] = value;
        }
        return table;
    }
}
