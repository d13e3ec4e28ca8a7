using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>
/// Turns rows of values into rows of spikes for one cursor. What memory it needs beside the rows is its own, and is kept.
/// </summary>
internal abstract class RowEncoder
{
    /// <summary>Encodes one row, sparse where that is smaller.</summary>
    public abstract void Encode(in RowInput row, ref VBuffer<float> output);
}
