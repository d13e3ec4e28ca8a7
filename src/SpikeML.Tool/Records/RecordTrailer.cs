using System.Buffers.Binary;

namespace SpikeML.Tool.Records;

/// <summary>
/// A record at the end of a file, behind everything that readers of its format look at: the comment of a zip file, or bytes
/// after the end that the header of ML.NET's binary format names.
/// </summary>
/// <param name="isZip">Whether it is a zip file, which tells the length of its comment.</param>
internal sealed class RecordTrailer(bool isZip) : IRecordPlace
{
    // The fixed end of a zip file's directory; its last two bytes are the length of the comment that follows.
    private const int ZipEndLength = 22;
    private const uint ZipEndMark = 0x06054B50;

    // In the header of ML.NET's binary format: where the eight bytes that end the file begin.
    private const int TailOffset = 32, TailLength = 8;

    /// <summary>Records of ML.NET's binary files, and of zip files.</summary>
    public static readonly RecordTrailer AfterView = new(isZip: false), AfterZip = new(isZip: true);

    public void Append(Stream stream, JobRecord record)
    {
        if (isZip)
        {
            // The checksum's length is fixed, so the comment's is known before it.
            Span<byte> length = stackalloc byte[sizeof(ushort)];
            BinaryPrimitives.WriteUInt16LittleEndian(length, checked((ushort)RecordText.Of(record).Length));
            stream.Seek(-length.Length, SeekOrigin.End);
            stream.Write(length);
        }
        string sum = ContentSum.Of(stream);
        stream.Seek(0, SeekOrigin.End);
        stream.Write(RecordText.Of(record with { Sum = sum }));
    }

    public PlacedRecord? Read(FileStream file)
    {
        byte[] end = new byte[Math.Min(file.Length, RecordText.Longest + ZipEndLength)];
        file.Position = file.Length - end.Length;
        file.ReadExactly(end);
        if (RecordText.AtEndOf(end) is (JobRecord record, int length))
            return new PlacedRecord(record, file.Length - length);
        bool endsWell = isZip ? EndsAsZip(end) : EndsAsView(file);
        return endsWell ? null : throw new FormatException(
            $"it is cut off, something was appended to it, or it is not a {(isZip ? ".npz" : ".idv")} file");
    }

    /// <summary>Whether the last bytes are those of a zip file without a comment, or with a comment of someone else's.</summary>
    private static bool EndsAsZip(ReadOnlySpan<byte> end)
    {
        for (int at = end.Length - ZipEndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(end[at..]) == ZipEndMark)
                return BinaryPrimitives.ReadUInt16LittleEndian(end[(at + ZipEndLength - sizeof(ushort))..])
                    == end.Length - at - ZipEndLength;
        }
        return false;
    }

    private static bool EndsAsView(FileStream file)
    {
        byte[] tail = new byte[sizeof(long)];
        file.Position = Math.Min(TailOffset, file.Length);
        return file.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false) == tail.Length
            && BinaryPrimitives.ReadInt64LittleEndian(tail) + TailLength == file.Length;
    }
}
