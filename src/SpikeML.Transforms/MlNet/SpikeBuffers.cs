using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Fills the vectors that a spike column hands out, in whichever of the two forms is smaller.</summary>
internal static class SpikeBuffers
{
    /// <summary>The largest number of spikes for which a sparse vector (index and value) is no larger than a dense one.</summary>
    public static int LargestSparseCount(int length) => length / 2;

    /// <summary>Turns a dense vector with so many spikes into a sparse one, where that is smaller.</summary>
    public static void Compact(ref VBuffer<float> spikes, int count)
    {
        if (count > LargestSparseCount(spikes.Length) || count == spikes.Length)
            return;
        // The values move to the front of the array that they stand in: the place written to never passes the place read from.
        ReadOnlySpan<float> dense = spikes.GetValues();
        VBufferEditor<float> sparse = VBufferEditor.Create(ref spikes, spikes.Length, count);
        for (int slot = 0, next = 0; next < count; slot++)
        {
            float value = dense[slot];
            if (value != 0)
            {
                sparse.Indices[next] = slot;
                sparse.Values[next++] = value;
            }
        }
        spikes = sparse.Commit();
    }
}
