using System.Runtime.InteropServices;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Npz;

/// <summary>
/// The arrays of <c>scipy.sparse.load_npz</c>: a CSR matrix of dimensions [rows, steps x neurons]; <c>dimensions</c> holds the
/// steps and
/// the neurons' dimensions, <c>labels</c> the labels.
/// </summary>
internal static class SparseNpzOutput
{
    public const string Slots = "indices", Values = "data", Starts = "indptr", Shape = "shape", Format = "format", Dimensions = "dimensions";

    /// <summary>Writes; what is not known before the last row lies in two files beside the output meanwhile.</summary>
    public static void Write(SpikeRows rows, NpzWriter archive, string folder)
    {
        using FileStream slots = Spool(folder), values = Spool(folder);
        List<long> starts = [0];
        LabelValues? labels = LabelValues.Of(rows);
        rows.ForEach((_, in row) => starts.Add(starts[^1] + Append(row, slots, values)), labels is null ? null : labels.Adder);
        WriteSpool<int>(archive, Slots, slots, starts[^1]);
        WriteSpool<float>(archive, Values, values, starts[^1]);
        WriteFrame(archive, CollectionsMarshal.AsSpan(starts), [rows.Count, rows.Slots], [.. rows.Dimensions.Select(dimension => (long)dimension)]);
        labels?.Write(archive);
    }

    /// <summary>Writes all but the spikes.</summary>
    public static void WriteFrame(NpzWriter archive, ReadOnlySpan<long> starts, ReadOnlySpan<long> shape, ReadOnlySpan<long> dimensions)
    {
        archive.Write(Starts, starts);
        archive.Write(Shape, shape);
        using (NpyWriter format = archive.Begin(Format, NpyType.Parse("|S3")))
        {
            format.WriteBytes("csr"u8);
            format.Finish();
        }
        archive.Write(Dimensions, dimensions);
    }

    /// <summary>A file that is gone when it is closed, however that comes about.</summary>
    private static FileStream Spool(string folder) => new(
        Path.Combine(folder, $".{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    private static void WriteSpool<T>(NpzWriter archive, string name, FileStream spool, long count)
    {
        using NpyWriter content = archive.Begin(name, NpyType.Of<T>(), count);
        spool.Position = 0;
        byte[] piece = new byte[1 << 16];
        for (int read; (read = spool.Read(piece)) > 0;)
            content.WriteBytes(piece.AsSpan(0, read));
        content.Finish();
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
