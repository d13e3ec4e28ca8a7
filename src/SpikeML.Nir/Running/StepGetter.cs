using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>Getters of the columns with values of each step.</summary>
internal static class StepGetter
{
    /// <summary>A getter of dense vectors.</summary>
    public static Delegate Dense(GraphRow row, StepRecorder recorder) =>
        (ValueGetter<VBuffer<float>>)((ref VBuffer<float> buffer) => RecordingGetters.Copy(row.Recorded(recorder), ref buffer));

    /// <summary>A getter of vectors that are sparse where that is smaller.</summary>
    public static Delegate Spikes(GraphRow row, StepRecorder recorder) =>
        (ValueGetter<VBuffer<float>>)((ref VBuffer<float> buffer) =>
        {
            ReadOnlySpan<float> values = row.Recorded(recorder);
            int count = SpikeBuffers.Count(values);
            RecordingGetters.Copy(values, ref buffer);
            SpikeBuffers.Compact(ref buffer, count);
        });
}
