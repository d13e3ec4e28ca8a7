namespace SpikeML.Tool.Npz;

/// <summary>Merges labels. The texts of a shard are as long as its longest, so those of other shards are padded.</summary>
internal static class LabelMerge
{
    public static void Append(NpzWriter archive, IReadOnlyList<NpzPart> parts, CancellationToken cancellation)
    {
        NpyHeader[] headers = [.. parts.Select(part => part.HeaderOf(LabelValues.Name))];
        if (!headers.All(header => header.Type is { Kind: NpyType.Text, IsBigEndian: false }))
        {
            NpzMerge.Append(archive, parts, LabelValues.Name, cancellation);
            return;
        }
        NpyType longest = headers.MaxBy(header => header.Type.Size)!.Type;
        using NpyWriter merged = archive.Begin(LabelValues.Name, longest, headers.Sum(header => header.Count));
        byte[] element = new byte[longest.Size];
        foreach (NpzPart part in parts)
        {
            using NpyReader labels = part.Content.OpenRows(LabelValues.Name);
            Array.Clear(element);
            for (long label = 0; label < labels.Count; label++)
            {
                cancellation.ThrowIfCancellationRequested();
                labels.ReadBytes(element.AsSpan(0, labels.Header.Type.Size));
                merged.WriteBytes(element);
            }
            labels.Finish();
        }
        merged.Finish();
    }
}
