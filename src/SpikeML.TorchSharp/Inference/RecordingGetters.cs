using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>Getters of the columns with the neurons' spikes and membranes at each step.</summary>
internal static class RecordingGetters
{
    public static Delegate Membranes(RowScores row) => Getter(() => row.StepScores);

    public static Delegate Spikes(RowScores row) => Getter(() => row.Spikes);

    /// <summary>A getter of what a recorder has taken of the row.</summary>
    public static Delegate Of(LayerRecorder recorder, RowScores row) => Getter(() => row.Recorded(recorder));

    /// <summary>Copies values to a dense vector.</summary>
    public static void Copy(ReadOnlySpan<float> values, ref VBuffer<float> buffer)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref buffer, values.Length);
        values.CopyTo(editor.Values);
        buffer = editor.Commit();
    }

    private static ValueGetter<VBuffer<float>> Getter(Recording recording) =>
        (ref VBuffer<float> buffer) => Copy(recording(), ref buffer);

    private delegate ReadOnlySpan<float> Recording();
}
