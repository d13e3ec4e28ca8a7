using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Outputs;

/// <summary>
/// NumPy arrays: <c>spikes</c> of dimensions [rows, steps, neurons' dimensions] in single precision, and <c>labels</c>.
/// </summary>
internal static class DenseNpzOutput
{
    public const string Spikes = "spikes", Labels = "labels";

    public static void Write(SpikeRows rows, Stream stream)
    {
        using NpzArchive archive = new(stream);
        LabelValues? labels = LabelsOf(rows);
        using (Stream spikes = archive.Begin(Spikes, "<f4", [rows.Count, .. rows.Dimensions]))
        {
            float[] dense = new float[rows.Slots];
            rows.ForEach((_, in row) =>
            {
                row.CopyTo(dense);
                NpyFile.WriteValues(spikes, dense);
            }, labels);
        }
        WriteLabels(archive, rows, labels);
    }

    public static LabelValues? LabelsOf(SpikeRows rows)
    {
        if (rows.LabelColumn is null)
            return null;
        DataViewSchema.Column column = rows.View.Schema[rows.LabelColumn];
        return LabelValues.Of(column)
            ?? throw ToolException.Usage($"The label '{column.Name}' is {column.Type}, which no NumPy array holds: give another --label, or write .idv.");
    }

    public static void WriteLabels(NpzArchive archive, SpikeRows rows, LabelValues? labels)
    {
        if (labels is null)
            return;
        using Stream content = archive.Begin(Labels, labels.Type, rows.Count);
        labels.Write(content);
    }
}
