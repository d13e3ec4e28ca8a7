using System.Collections.Immutable;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What the transformers of codes of series share. The series is one row's vector, whose first dimension is time.</summary>
public abstract class SeriesCodeTransformer : DenseCodeTransformer
{
    internal SeriesCodeTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, SeriesCodeOptions[] codes)
        : base(host, columns) => Codes = codes;

    internal SeriesCodeOptions[] Codes { get; }

    internal sealed override bool ScalarAllowed => false;

    internal sealed override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        Codes[pair].SpikeDimensions(inputDimensions);

    internal sealed override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) => inputLength * Codes[pair].Channels;

    internal sealed override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        Codes[pair].Encode(features, spikes, features.Length / inputDimensions[0]);

    internal sealed override void SaveState(BinaryWriter writer)
    {
        foreach (SeriesCodeOptions code in Codes)
            code.Save(writer);
    }
}
