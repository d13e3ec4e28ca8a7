using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The spikes of rows: one call per row, in order.</summary>
internal abstract class StreamRows(int slots)
{
    /// <summary>The spikes of the last row.</summary>
    protected float[] Spikes { get; } = new float[slots];

    /// <summary>Encodes the next row.</summary>
    public abstract void Advance();

    /// <summary>Passes the last row to the watch of the first rows.</summary>
    public void Show(FirstRowsWatch watch, bool isEndless = false)
    {
        if (watch.IsOpen)
            watch.LookAtStep(Spikes, isEndless);
    }

    /// <summary>The spikes of the last row.</summary>
    public void CopyTo(ref VBuffer<float> spikes)
    {
        VBufferEditor<float> editor = VBufferEditor.Create(ref spikes, Spikes.Length);
        Spikes.CopyTo(editor.Values);
        spikes = editor.Commit();
        SpikeBuffers.Compact(ref spikes, Spikes.Length - Spikes.AsSpan().Count(0f));
    }
}
