using System.Runtime.InteropServices;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Outputs;

/// <summary>
/// The arrays of <c>scipy.sparse.load_npz</c>: a CSR matrix of dimensions [rows, steps x neurons]; <c>dimensions</c> holds the
/// steps and
/// the neurons' dimensions, <c>labels</c> the labels.
/// </summary>
internal static class SparseNpzOutput
{
    public const string Slots = "indices", Values = "data", Starts = "indptr", Shape = "shape", Format = "format", Dimensions = "dimensions";

    /// <summary>Writes; what is not known before the last row lies in two files beside the output meanwhile.</summary>
    public static void Write(SpikeRows rows, Stream stream, string folder)
    {
        using NpzArchive archive = new(stream);
        using FileStream slots = Spool(folder), values = Spool(folder);
        List<long> starts = [0];
        LabelValues? labels = DenseNpzOutput.LabelsOf(rows);
        rows.ForEach((_, in row) => starts.Add(starts[^1] + Append(row, slots, values)), labels);
        long spikes = starts[^1];
        archive.WriteSpool(Slots, "<i4", slots, spikes);
        archive.WriteSpool(Values, "<f4", values, spikes);
        WriteFrame(archive, CollectionsMarshal.AsSpan(starts), [rows.Count, rows.Slots], [.. rows.Dimensions.Select(dimension => (long)dimension)]);
        DenseNpzOutput.WriteLabels(archive, rows, labels);
    }

    /// <summary>A file that is gone when it is closed, however that comes about.</summary>
    public static FileStream Spool(string folder) => new(
        Path.Combine(folder, $".{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    public static void WriteSpool(this NpzArchive archive, string name, string type, FileStream spool, long count)
    {
        using Stream content = archive.Begin(name, type, count);
        spool.Position = 0;
        spool.CopyTo(content, 1 << 16);
    }

    public static void WriteFrame(NpzArchive archive, ReadOnlySpan<long> starts, ReadOnlySpan<long> shape, ReadOnlySpan<long> dimensions)
    {
        archive.Write(Starts, "<i8", MemoryMarshal.AsBytes(starts), starts.Length);
        archive.Write(Shape, "<i8", MemoryMarshal.AsBytes(shape), shape.Length);
        archive.Write(Format, "|S3", "csr"u8);
        archive.Write(Dimensions, "<i8", MemoryMarshal.AsBytes(dimensions), dimensions.Length);
    }

    private static int Append(in VBuffer<float> row, FileStream slots, FileStream values)
    {
        int count = 0;
        ReadOnlySpan<float> amplitudes = row.GetValues();
        for (int i = 0; i < amplitudes.Length; i++)
        {
            if (amplitudes[i] == 0)
                continue;
            int slot = row.IsDense ? i : row.GetIndices()[i];
            slots.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(ref slot)));
            values.Write(MemoryMarshal.AsBytes(amplitudes.Slice(i, 1)));
            count++;
        }
        return count;
    }
}
