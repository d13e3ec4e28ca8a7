using System.Buffers;
using System.Collections.Immutable;

namespace SpikeML;

/// <summary>A code of series: what is encoded and decoded has time as its first dimension.</summary>
public abstract record SeriesCode : SpikeCode
{
    private protected SeriesCode()
    {
    }

    /// <summary>The code as it is compared with others where nothing else is said.</summary>
    internal virtual SeriesCode ForComparison => this;

    internal sealed override InputKind Input => InputKind.Series;

    /// <summary>The number of spike values for each value of the series.</summary>
    internal virtual int Channels => 1;

    internal abstract void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount);

    /// <summary>Restores a series from its spikes and, for codes of changes, its first step.</summary>
    internal abstract void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, int neuronCount);

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) => inputDimensions;

    internal sealed override void Encode(in RowInput row, Span<float> output) =>
        Encode(row.Values, output, row.Shape.NeuronCount);

    internal override bool StartsAtInitialValue => true;

    internal sealed override ImmutableArray<int>? DecodedDimensions(ImmutableArray<int> spikeDimensions)
    {
        if (Channels == 1)
            return spikeDimensions;
        return spikeDimensions.Length > 1 && spikeDimensions[^1] == Channels
            ? spikeDimensions.RemoveAt(spikeDimensions.Length - 1) : null;
    }

    internal sealed override void Decode(
        ReadOnlySpan<float> spikes, ImmutableArray<int> spikeDimensions, ReadOnlySpan<float> initialValues, Span<float> decoded)
    {
        int neuronCount = decoded.Length / spikeDimensions[0];
        if (initialValues.Length == neuronCount)
        {
            Decode(spikes, initialValues, decoded, neuronCount);
            return;
        }
        float[] first = ArrayPool<float>.Shared.Rent(neuronCount);
        first.AsSpan(0, neuronCount).Fill(initialValues[0]);
        Decode(spikes, first.AsSpan(0, neuronCount), decoded, neuronCount);
        ArrayPool<float>.Shared.Return(first);
    }

    /// <summary>Decodes one step of one neuron.</summary>
    internal sealed override void CheckDecodable() => Decode(new float[Channels], [0], new float[1], 1);
}
