using System.Collections.Immutable;

namespace SpikeML;

/// <summary>The options of a code of series, as the shared adapters see them.</summary>
internal interface ISeriesCode
{
    /// <summary>Whether something is left open that <see cref="SeriesLearning"/> is to find.</summary>
    bool IsOpen { get; }

    /// <summary>The options to try for series whose values lie in a range; the one whose decoded series is closest is taken.</summary>
    IEnumerable<ISeriesCode> Candidates(float lowest, float highest);

    /// <summary>The dimensions that a series of the given dimensions is encoded in.</summary>
    ImmutableArray<int> SpikeDimensions(ImmutableArray<int> seriesDimensions) => seriesDimensions;

    /// <summary>The number of spike values for each value of the series.</summary>
    int Channels => 1;

    void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount);

    /// <summary>Restores a series from its spikes and, for codes of changes, its first step.</summary>
    void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, int neuronCount);

    void Save(BinaryWriter writer);
}
