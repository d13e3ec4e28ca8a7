using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Encodes rows of values as rows of spikes for one cursor, reusing its own working memory.</summary>
internal abstract class RowEncoder
{
    /// <summary>Encodes one row, as a sparse vector if that is smaller.</summary>
    public abstract void Encode(in RowInput row, ref VBuffer<float> output);
}
