using System.Buffers.Binary;
using System.Text;
using Parquet;
using SpikeML.Tool.Records;

namespace SpikeML.Tool.Parquet;

/// <summary>
/// A record in the metadata at the end of a Parquet file. The checksum in it is that of the whole file with zeros in the place of
/// the checksum.
/// </summary>
internal sealed class ParquetRecord : IRecordPlace
{
    private const string Key = "spikeml.record";

    // The end of a file: the length of the metadata before it, and a mark.
    private const int EndLength = 8;

    /// <summary>How a Parquet file begins and ends.</summary>
    public static readonly byte[] FileMark = [.. "PAR1"u8];

    private static readonly byte[] SumMark = [.. "\"sha256\":\""u8];

    public void Append(Stream stream, JobRecord record)
    {
        AppendAsync(stream, record with { Sum = JobRecord.NoSum }).GetAwaiter().GetResult();
        (_, long sumAt) = Find(stream) ?? throw new InvalidOperationException("The record was not written.");
        string sum = ContentSum.Of(stream);
        stream.Position = sumAt;
        stream.Write(Encoding.ASCII.GetBytes(sum));
    }

    public PlacedRecord? Read(FileStream file) => Find(file) is (JobRecord record, long sumAt)
        ? new PlacedRecord(record, file.Length, sumAt) : null;

    private static async Task AppendAsync(Stream stream, JobRecord record)
    {
        stream.Position = 0;
        ParquetReader reader = await ParquetReader.CreateAsync(stream, null, leaveStreamOpen: true);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(reader.Schema, stream, null, append: true);
        writer.CustomMetadata = new Dictionary<string, string>(reader.CustomMetadata)
        {
            [Key] = Encoding.UTF8.GetString(record.ToBytes())
        };
    }

    /// <summary>The record and the place of its checksum, or null if the file has none.</summary>
    /// <exception cref="FormatException">The file is no whole Parquet file, or its record is damaged.</exception>
    private static (JobRecord Record, long SumAt)? Find(Stream stream)
    {
        byte[] footer = ReadFooter(stream);
        int start = footer.AsSpan().LastIndexOf(JobRecord.Mark), sum = footer.AsSpan().LastIndexOf(SumMark) + SumMark.Length;
        if (start >= 0 && sum > start && sum + JobRecord.SumLength + 2 <= footer.Length)
        {
            JobRecord record = JobRecord.Parse(footer.AsMemory(start..(sum + JobRecord.SumLength + 2)));
            return (record, stream.Length - footer.Length + sum);
        }
        return start < 0 && sum < SumMark.Length && footer.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Key)) < 0 ? null
            : throw new FormatException("its record of the job is damaged");
    }

    private static byte[] ReadFooter(Stream stream)
    {
        Span<byte> end = stackalloc byte[EndLength];
        if (stream.Length >= FileMark.Length + EndLength)
        {
            stream.Position = stream.Length - EndLength;
            stream.ReadExactly(end);
            int length = BinaryPrimitives.ReadInt32LittleEndian(end);
            if (end[sizeof(int)..].SequenceEqual(FileMark) && length >= 0 && length + EndLength <= stream.Length)
            {
                byte[] footer = new byte[length + EndLength];
                stream.Position = stream.Length - footer.Length;
                stream.ReadExactly(footer);
                return footer;
            }
        }
        throw new FormatException("it is cut off, something was appended to it, or it is not a .parquet file");
    }
}
