using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>Getters of the columns with the output neurons' spikes and membranes at each step.</summary>
internal static class RecordingGetters
{
    public static Delegate Membranes(RowScores row) => (ValueGetter<VBuffer<float>>)((ref VBuffer<float> membranes) =>
    {
        ReadOnlySpan<float> values = row.Membranes;
        VBufferEditor<float> editor = VBufferEditor.Create(ref membranes, values.Length);
        values.CopyTo(editor.Values);
        membranes = editor.Commit();
    });

    public static Delegate Spikes(RowScores row) => (ValueGetter<VBuffer<float>>)((ref VBuffer<float> spikes) =>
    {
        ReadOnlySpan<float> membranes = row.Membranes;
        VBufferEditor<float> editor = VBufferEditor.Create(ref spikes, membranes.Length);
        for (int i = 0; i < membranes.Length; i++)
            editor.Values[i] = membranes[i] > row.Threshold ? 1 : 0;
        spikes = editor.Commit();
    });
}
