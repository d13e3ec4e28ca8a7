using System.Runtime.InteropServices;
using Microsoft.ML.Data;
using SpikeML.Tool.Rows;

namespace SpikeML.Tool.Npz;

/// <summary>
/// Writes the arrays of <c>scipy.sparse.load_npz</c>: a CSR matrix with dimensions [rows, steps x neurons]; <c>dimensions</c>
/// holds the steps and the neurons' dimensions, <c>labels</c> the labels.
/// </summary>
internal static class SparseNpzOutput
{
    public const string Slots = "indices", Values = "data", Starts = "indptr", Shape = "shape", Format = "format",
        Dimensions = "dimensions";

    /// <summary>
    /// Writes the file, keeping what is incomplete until the last row in two temporary files next to the output.
    /// </summary>
    public static void Write(SpikeRows rows, NpzWriter archive, string folder)
    {
        using FileStream slots = Spool(folder), values = Spool(folder);
        List<long> starts = [0];
        LabelValues? labels = LabelValues.Of(rows);
        foreach ((RowPiece piece, Spikes spikes) in rows.Pieces(Render))
        {
            slots.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(spikes.Slots)));
            values.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(spikes.Values)));
            foreach (int count in spikes.Counts)
                starts.Add(starts[^1] + count);
            labels?.Add(piece);
        }
        WriteSpool<int>(archive, Slots, slots, starts[^1]);
        WriteSpool<float>(archive, Values, values, starts[^1]);
        WriteFrame(archive, starts, [.. rows.Dimensions.Select(dimension => (long)dimension)]);
        labels?.Write(archive);
    }

    /// <summary>Writes everything except the spikes.</summary>
    /// <param name="archive">Receives the arrays.</param>
    /// <param name="starts">The start of each row among all spikes, followed by the end of the last one.</param>
    /// <param name="dimensions">The steps, then the neurons' dimensions.</param>
    public static void WriteFrame(NpzWriter archive, List<long> starts, ReadOnlySpan<long> dimensions)
    {
        long slots = SpikeML.Dimensions.Count(dimensions);
        // Like SciPy, uses 64 bits only if 32 are not enough.
        if (starts[^1] <= int.MaxValue)
            archive.Write<int>(Starts, (int[])[.. starts.Select(start => (int)start)]);
        else
            archive.Write<long>(Starts, CollectionsMarshal.AsSpan(starts));
        archive.Write<long>(Shape, [starts.Count - 1, slots]);
        using (NpyWriter format = archive.Begin(Format, NpyType.Parse("|S3")))
        {
            format.WriteBytes("csr"u8);
            format.Finish();
        }
        archive.Write(Dimensions, dimensions);
    }

    private static Spikes Render(SpikePiece piece)
    {
        Spikes rendered = new([], [], []);
        foreach (ref readonly VBuffer<float> spikes in piece.Rows)
            rendered.Add(spikes);
        return rendered;
    }

    /// <summary>A temporary file that is deleted when it is closed, even after a crash.</summary>
    private static FileStream Spool(string folder)
    {
        FileStream spool = new(TemporaryFiles.NameIn(folder), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None,
            1 << 16, FileOptions.DeleteOnClose);
        // Unix keeps a file without a name until it is closed, whatever ends the process.
        if (!OperatingSystem.IsWindows())
            File.Delete(spool.Name);
        return spool;
    }

    private static void WriteSpool<T>(NpzWriter archive, string name, FileStream spool, long count)
    {
        using NpyWriter content = archive.Begin(name, NpyType.Of<T>(), count);
        spool.Position = 0;
        byte[] piece = new byte[1 << 16];
        for (int read; (read = spool.Read(piece)) > 0;)
            content.WriteBytes(piece.AsSpan(0, read));
        content.Finish();
    }

    private sealed record Spikes(List<int> Slots, List<float> Values, List<int> Counts)
    {
        public void Add(in VBuffer<float> row)
        {
            int before = Slots.Count;
            ReadOnlySpan<float> values = row.GetValues();
            ReadOnlySpan<int> slots = row.IsDense ? default : row.GetIndices();
            for (int i = 0; i < values.Length; i++)
            {
                if (values[i] == 0)
                    continue;
                Slots.Add(row.IsDense ? i : slots[i]);
                Values.Add(values[i]);
            }
            Counts.Add(Slots.Count - before);
        }
    }
}
