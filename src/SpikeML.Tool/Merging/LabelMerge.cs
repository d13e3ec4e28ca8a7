using System.Globalization;
using SpikeML.Tool.Outputs;
using SpikeML.Tool.SpikeFiles;

namespace SpikeML.Tool.Merging;

/// <summary>Puts labels together; texts of a shard are as long as its longest, so the others' are padded.</summary>
internal static class LabelMerge
{
    private const string Text = "<U";

    public static void Append(NpzArchive archive, NpzContent[] parts, CancellationToken cancellation)
    {
        NpyHeader[] headers = [.. parts.Select(part => NpzMerge.HeaderOf(part, DenseNpzOutput.Labels))];
        if (!headers.All(header => header.Type.StartsWith(Text, StringComparison.Ordinal)))
        {
            NpzMerge.Append(archive, parts, DenseNpzOutput.Labels, cancellation);
            return;
        }
        int longest = headers.Max(Length);
        using Stream content = archive.Begin(DenseNpzOutput.Labels, $"{Text}{longest}", headers.Sum(header => header.Shape[0]));
        byte[] room = new byte[longest * sizeof(int)];
        for (int i = 0; i < parts.Length; i++)
        {
            using Stream labels = parts[i].Read(DenseNpzOutput.Labels).Values;
            Array.Clear(room);
            for (long label = 0; label < headers[i].Shape[0]; label++)
            {
                cancellation.ThrowIfCancellationRequested();
                parts[i].ReadExactly(labels, room.AsSpan(0, Length(headers[i]) * sizeof(int)), DenseNpzOutput.Labels);
                content.Write(room);
            }
        }
    }

    private static int Length(NpyHeader header) => int.Parse(header.Type.AsSpan(Text.Length), NumberStyles.None, CultureInfo.InvariantCulture);
}
