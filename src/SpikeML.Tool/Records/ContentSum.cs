using System.Security.Cryptography;
using SpikeML.Tool.Rows;

namespace SpikeML.Tool.Records;

/// <summary>SHA-256 of content, in lower-case hexadecimal digits as sha256sum prints it.</summary>
internal static class ContentSum
{
    private const int BlockLength = 1 << 20;

    /// <summary>The sum of a stream from its start.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="length">The number of bytes, or null for all.</param>
    /// <param name="watch">Counts the bytes, and cancels the reading.</param>
    /// <param name="sumAt">Where the content holds its own checksum, which counts as zeros.</param>
    public static string Of(Stream stream, long? length = null, RowWatch? watch = null, long? sumAt = null)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[BlockLength];
        stream.Position = 0;
        long at = 0;
        for (long rest = length ?? stream.Length; rest > 0;)
        {
            int read = stream.Read(block.AsSpan(0, (int)Math.Min(rest, block.Length)));
            if (read == 0)
                break;
            if (sumAt - at is long place && place < read && place + JobRecord.SumLength > 0)
                block.AsSpan()[(int)Math.Max(place, 0)..(int)Math.Min(place + JobRecord.SumLength, read)].Fill((byte)'0');
            hash.AppendData(block, 0, read);
            at += read;
            rest -= read;
            watch?.Add(read);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string OfFile(string path, CancellationToken cancellation)
    {
        using FileStream file = RegularFile.Open(path);
        return Of(file, null, new RowWatch(0, cancellation));
    }

    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
