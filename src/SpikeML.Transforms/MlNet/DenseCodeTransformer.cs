using System.Collections.Immutable;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What the transformers share whose kernels write dense values: the vector handed out is sparse where that is smaller.</summary>
public abstract class DenseCodeTransformer : SpikeTransformer
{
    internal DenseCodeTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns)
        : base(host, columns)
    {
    }

    /// <summary>The number of values that so many input values give.</summary>
    internal abstract int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength);

    /// <summary>Encodes one row; all of <paramref name="spikes"/> is to be overwritten.</summary>
    internal abstract void Encode(int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes);

    internal sealed override void EncodeRow(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, ref VBuffer<float> spikes)
    {
        VBufferEditor<float> dense = VBufferEditor.Create(ref spikes, OutputLength(pair, inputDimensions, features.Length));
        Encode(pair, inputDimensions, features, rowKey, dense.Values);
        int count = dense.Values.Length - dense.Values.Count(0f);
        spikes = dense.Commit();
        SpikeBuffers.Compact(ref spikes, count);
    }
}
