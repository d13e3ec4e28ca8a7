using SpikeML.Tool.Npy;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Npz;

/// <summary>Merges dense or sparse NumPy arrays along rows, without loading an entire array of spikes.</summary>
internal static class NpzMerge
{
    public static void Run(IReadOnlyList<string> paths, Workers workers, Action<Action<Stream>> write,
        CancellationToken cancellation)
    {
        List<NpzPart> parts = [];
        try
        {
            foreach (string path in paths)
                parts.Add(NpzPart.Open(path));
            CheckAlike(parts);
            write(stream =>
            {
                using NpzWriter archive = NpzFormat.MakeWriter(stream, parts[0].IsSparse, workers);
                if (parts[0].IsSparse)
                    MergeSparse(archive, parts, cancellation);
                else
                    Append(archive, parts, DenseNpzOutput.Spikes, cancellation);
                if (parts[0].HasLabels)
                    LabelMerge.Append(archive, parts, cancellation);
            });
        }
        finally
        {
            parts.ForEach(part => part.Dispose());
        }
    }

    /// <summary>
    /// Appends one array of each file; all must have the same type and, except for the first, the same dimensions.
    /// </summary>
    public static void Append(NpzWriter archive, IReadOnlyList<NpzPart> parts, string name, CancellationToken cancellation)
    {
        NpyHeader header = ArrayShapes.Joined([.. parts.Select(part =>
            (new ArraySource(part.Path, name).Place, part.HeaderOf(name)))]);
        using NpyWriter merged = archive.Begin(name, header.Type, header.Shape.AsSpan());
        foreach (NpzPart part in parts)
        {
            using NpyReader array = part.Content.OpenRows(name);
            array.CopyTo(merged, cancellation);
        }
        merged.Finish();
    }

    private static void MergeSparse(NpzWriter archive, List<NpzPart> parts, CancellationToken cancellation)
    {
        long[][] dimensions = [.. parts.Select(part => part.Content.ReadIntegers(SparseNpzOutput.Dimensions))];
        int other = Array.FindIndex(dimensions, each => !each.SequenceEqual(dimensions[0]));
        if (other > 0)
            throw NotOfOneRun($"The rows of '{parts[other].Path}' are [{string.Join(", ", dimensions[other])}], those of "
                + $"'{parts[0].Path}' [{string.Join(", ", dimensions[0])}]");
        Append(archive, parts, SparseNpzOutput.Slots, cancellation);
        Append(archive, parts, SparseNpzOutput.Values, cancellation);
        List<long> starts = [0];
        foreach (NpzPart part in parts)
        {
            long before = starts[^1];
            starts.AddRange(part.Content.ReadIntegers(SparseNpzOutput.Starts).Skip(1).Select(start => before + start));
        }
        SparseNpzOutput.WriteFrame(archive, starts, dimensions[0]);
    }

    private static void CheckAlike(List<NpzPart> parts)
    {
        NpzPart? other = parts.FirstOrDefault(part => part.IsSparse != parts[0].IsSparse || part.HasLabels != parts[0].HasLabels);
        if (other is not null)
            throw NotOfOneRun($"'{other.Path}' has the arrays {string.Join(", ", other.Content.Names)}, '{parts[0].Path}' has "
                + $"{string.Join(", ", parts[0].Content.Names)}");
    }

    private static ToolException NotOfOneRun(string difference) =>
        ToolException.BadInput($"{difference}: these are not shards of one run.");
}
