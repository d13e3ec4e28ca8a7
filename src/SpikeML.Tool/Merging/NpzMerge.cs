using System.Collections.Immutable;
using SpikeML.Tool.Outputs;
using SpikeML.Tool.Running;
using SpikeML.Tool.SpikeFiles;

namespace SpikeML.Tool.Merging;

/// <summary>Puts NumPy's arrays together along rows, dense or sparse; no array of spikes is ever whole in memory.</summary>
internal static class NpzMerge
{
    public static void Run(IReadOnlyList<string> paths, string output, CancellationToken cancellation)
    {
        NpzContent[] parts = [.. paths.Select(path => new NpzContent(path))];
        try
        {
            CheckAlike(parts);
            FileReplacement.Write(output, stream =>
            {
                using NpzArchive archive = new(stream);
                if (parts[0].IsSparse)
                    MergeSparse(archive, parts, cancellation);
                else
                    Append(archive, parts, DenseNpzOutput.Spikes, cancellation);
                if (parts[0].Has(DenseNpzOutput.Labels))
                    LabelMerge.Append(archive, parts, cancellation);
            });
        }
        finally
        {
            Array.ForEach(parts, part => part.Dispose());
        }
    }

    /// <summary>Appends one array of each file, all of one type and the same dimensions but the first.</summary>
    public static void Append(NpzArchive archive, NpzContent[] parts, string name, CancellationToken cancellation)
    {
        ImmutableArray<NpyHeader> headers = [.. parts.Select(part => HeaderOf(part, name))];
        int different = Enumerable.Range(0, parts.Length).FirstOrDefault(i => headers[i].Type != headers[0].Type || !headers[i].Shape[1..].SequenceEqual(headers[0].Shape[1..]));
        if (different > 0)
            throw ToolException.BadInput($"The array '{name}' of '{parts[different].FilePath}' is {Show(headers[different])}, that of '{parts[0].FilePath}' {Show(headers[0])}: these are no shards of one run.");
        using Stream content = archive.Begin(name, headers[0].Type, [headers.Sum(header => header.Shape[0]), .. headers[0].Shape[1..]]);
        foreach (NpzContent part in parts)
        {
            cancellation.ThrowIfCancellationRequested();
            using Stream values = part.Read(name).Values;
            values.CopyTo(content, 1 << 16);
        }
    }

    public static NpyHeader HeaderOf(NpzContent part, string name)
    {
        (NpyHeader header, Stream values) = part.Read(name);
        values.Dispose();
        return header.Shape.Length > 0 ? header : throw ToolException.BadInput($"The array '{name}' of '{part.FilePath}' has no dimension.");
    }

    private static void MergeSparse(NpzArchive archive, NpzContent[] parts, CancellationToken cancellation)
    {
        long[][] dimensions = [.. parts.Select(part => part.ReadAll<long>(SparseNpzOutput.Dimensions, "<i8"))];
        int different = Array.FindIndex(dimensions, each => !each.SequenceEqual(dimensions[0]));
        if (different > 0)
            throw ToolException.BadInput($"The rows of '{parts[different].FilePath}' are [{string.Join(", ", dimensions[different])}], those of '{parts[0].FilePath}' [{string.Join(", ", dimensions[0])}]: these are no shards of one run.");
        Append(archive, parts, SparseNpzOutput.Slots, cancellation);
        Append(archive, parts, SparseNpzOutput.Values, cancellation);
        List<long> starts = [0];
        foreach (NpzContent part in parts)
        {
            long before = starts[^1];
            starts.AddRange(part.ReadAll<long>(SparseNpzOutput.Starts, "<i8").Skip(1).Select(start => before + start));
        }
        long slots = dimensions[0].Aggregate(1L, (product, dimension) => product * dimension);
        SparseNpzOutput.WriteFrame(archive, [.. starts], [starts.Count - 1, slots], dimensions[0]);
    }

    private static void CheckAlike(NpzContent[] parts)
    {
        NpzContent? other = parts.FirstOrDefault(part => part.IsSparse != parts[0].IsSparse || part.Has(DenseNpzOutput.Labels) != parts[0].Has(DenseNpzOutput.Labels));
        if (other is not null)
            throw ToolException.BadInput($"'{other.FilePath}' has the arrays {string.Join(", ", other.Names)}, '{parts[0].FilePath}' has {string.Join(", ", parts[0].Names)}: these are no shards of one run.");
    }

    private static string Show(NpyHeader header) => $"{header.Type} [{string.Join(", ", header.Shape)}]";
}
