namespace SpikeML.Tool.Npz;

/// <summary>NumPy arrays: <c>spikes</c> of dimensions [rows, steps, neurons' dimensions] in single precision, and <c>labels</c>.</summary>
internal static class DenseNpzOutput
{
    public const string Spikes = "spikes";

    public static void Write(SpikeRows rows, NpzWriter archive)
    {
        LabelValues? labels = LabelValues.Of(rows);
        using (NpyWriter spikes = archive.Begin(Spikes, NpyType.Of<float>(), [rows.Count, .. rows.Dimensions]))
        {
            float[] dense = new float[rows.Slots];
            rows.ForEach((_, in row) =>
            {
                row.CopyTo(dense);
                spikes.Write<float>(dense);
            }, labels is null ? null : labels.Adder);
            spikes.Finish();
        }
        labels?.Write(archive);
    }
}
