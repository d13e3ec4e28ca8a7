using System.Buffers;
using System.Collections.Immutable;

namespace SpikeML;

/// <summary>The options of a code of series: what is encoded and decoded has time as its first dimension.</summary>
public abstract record SeriesCodeOptions : DecodableOptions
{
    private protected SeriesCodeOptions()
    {
    }

    /// <summary>Whether something is left open that <see cref="SeriesLearning"/> is to find.</summary>
    internal abstract bool IsOpen { get; }

    /// <summary>The number of spike values for each value of the series.</summary>
    internal virtual int Channels => 1;

    /// <summary>The options to try for such series; the one whose decoded series is closest is taken, of equals the first.</summary>
    internal abstract IEnumerable<SeriesCodeOptions> Candidates(SeriesStatistics data);

    /// <summary>The dimensions that a series of the given dimensions is encoded in.</summary>
    internal virtual ImmutableArray<int> SpikeDimensions(ImmutableArray<int> seriesDimensions) => seriesDimensions;

    internal override bool StartsAtInitialValue => true;

    internal abstract SeriesCodeOptions Checked();

    internal abstract void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount);

    /// <summary>Restores a series from its spikes and, for codes of changes, its first step.</summary>
    internal abstract void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, int neuronCount);

    /// <summary>Decodes one step of one neuron.</summary>
    internal sealed override void CheckDecodable() => Decode(new float[Channels], [0], new float[1], 1);

    internal sealed override ImmutableArray<int>? DecodedDimensions(ImmutableArray<int> spikeDimensions)
    {
        if (Channels == 1)
            return spikeDimensions;
        return spikeDimensions.Length > 1 && spikeDimensions[^1] == Channels ? spikeDimensions.RemoveAt(spikeDimensions.Length - 1) : null;
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
}
