using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Csv;
using SpikeML.Tool.Formats;
using SpikeML.Tool.Npz;
using SpikeML.Tool.Parquet;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Fuzzing;

/// <summary>Files of spikes, as the commands of the tool open them.</summary>
internal static class SpikeFileTargets
{
    private const int MostRows = 64;
    private static readonly MLContext Context = new();
    private static readonly string Path = System.IO.Path.GetTempFileName();

    public static bool Refuses(Exception error) => error is ToolException or FormatException;

    public static void Csv(byte[] input) => Read(new CsvFormat(), input);

    public static void Npz(byte[] input) => Read(new NpzFormat(), input);

    public static void Parquet(byte[] input) => Read(new ParquetFormat(), input);

    /// <summary>Input from a table, with all its columns.</summary>
    public static void Table(byte[] input)
    {
        File.WriteAllBytes(Path, input);
        InputData data = new ParquetFormat().Load(Context, Path, new InputRequest(), CancellationToken.None);
        foreach (float[] row in data.Rows.GetColumn<float[]>(data.Features).Take(MostRows))
            GC.KeepAlive(row);
    }

    /// <summary>
    /// The input is the arrays of a .npz file, whose lengths and checksums are right: dense spikes as a .npy file, or, after a
    /// byte of 1, the dimensions and the starts of rows (a byte for the number of each, 64 bits for a value) and the spikes.
    /// </summary>
    public static void Arrays(byte[] input)
    {
        using MemoryStream file = new();
        if (input is [1, .. byte[] sparse])
            WriteSparse(new BinaryReader(new MemoryStream(sparse)), file);
        else
            NumPyTargets.WriteZip(file, DenseNpzOutput.Spikes, input);
        Npz(file.ToArray());
    }

    /// <summary>The record of a job at the end of a file.</summary>
    public static void Record(byte[] input)
    {
        if (RecordText.AtEndOf(input) is not (JobRecord record, _))
            return;
        byte[] written = RecordText.Of(record);
        (JobRecord again, int all) = RecordText.AtEndOf(written)!.Value;
        Same.Check([again.First, again.Count, again.AllRows, all], [record.First, record.Count, record.AllRows,
            (long)written.Length]);
    }

    private static void WriteSparse(BinaryReader input, Stream file)
    {
        using NpzWriter zip = new(file, Compression.None);
        zip.Write<long>(SparseNpzOutput.Dimensions, Integers(input));
        zip.Write<long>(SparseNpzOutput.Starts, Integers(input));
        byte[] rest = input.ReadBytes(int.MaxValue >> 8);
        int count = rest.Length / (sizeof(int) + sizeof(float));
        zip.Write(SparseNpzOutput.Slots, MemoryMarshal.Cast<byte, int>(rest.AsSpan(0, count * sizeof(int))));
        zip.Write(SparseNpzOutput.Values, MemoryMarshal.Cast<byte, float>(rest.AsSpan(count * sizeof(int)))[..count]);
    }

    private static long[] Integers(BinaryReader input)
    {
        try
        {
            return [.. Enumerable.Range(0, input.ReadByte()).Select(_ => input.ReadInt64())];
        }
        catch (EndOfStreamException error)
        {
            throw new FormatException("The input ends.", error);
        }
    }

    private static void Read(ISpikeFormat format, byte[] input)
    {
        File.WriteAllBytes(Path, input);
        using SpikeFile file = format.Open(Context, Path, null);
        foreach (SpikeTrain train in file.Trains().Take(MostRows))
            GC.KeepAlive(train);
    }
}
