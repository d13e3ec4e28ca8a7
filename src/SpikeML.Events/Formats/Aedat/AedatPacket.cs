using K4os.Compression.LZ4.Streams;
using ZstdSharp;

namespace SpikeML.Events;

/// <summary>Decompresses the packets of AEDAT 4, which may not be larger than events can be compressed to so few bytes.</summary>
internal static class AedatPacket
{
    private const int MostPerByte = 1032, AlwaysAllowed = 1 << 20, LongestPacket = 1 << 28;

    /// <param name="packet">The bytes of a packet.</param>
    /// <param name="compression">How they are compressed.</param>
    /// <returns>The content.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static byte[] Decompress(byte[] packet, AedatCompression compression)
    {
        if (compression == AedatCompression.None)
            return packet;
        using MemoryStream bytes = new(packet);
        try
        {
            using Stream content = compression is AedatCompression.Lz4 or AedatCompression.Lz4High
                ? LZ4Stream.Decode(bytes) : new DecompressionStream(bytes);
            return ReadAll(content, (int)Math.Min(LongestPacket, AlwaysAllowed + (long)MostPerByte * packet.Length));
        }
        catch (Exception error) when (error is ZstdException or IOException or ArgumentException or NotImplementedException
            or NotSupportedException or IndexOutOfRangeException or InvalidOperationException)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    private static byte[] ReadAll(Stream content, int most)
    {
        byte[] read = new byte[1 << 16];
        int length = 0;
        for (int more; (more = content.Read(read, length, read.Length - length)) > 0;)
        {
            length += more;
            if (length == read.Length)
            {
                if (length >= most)
                    throw new InvalidDataException($"it expands to more than {most} bytes");
                Array.Resize(ref read, 2 * length);
            }
        }
        return read[..length];
    }
}
