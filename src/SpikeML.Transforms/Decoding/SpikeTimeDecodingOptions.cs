using System.Collections.Immutable;

namespace SpikeML;

/// <summary>The options of a column of spike times, of the dimensions that were encoded.</summary>
public sealed record SpikeTimeDecodingOptions : DecodableOptions
{
    /// <summary>The options that the times were encoded with, with all that was learned.</summary>
    public required LatencyEncodingOptions Latency { get; init; }

    internal override ImmutableArray<int>? DecodedDimensions(ImmutableArray<int> spikeDimensions) =>
        spikeDimensions.IsEmpty ? [1] : spikeDimensions;

    internal override void Decode(
        ReadOnlySpan<float> spikes, ImmutableArray<int> spikeDimensions, ReadOnlySpan<float> initialValues, Span<float> decoded) =>
        LatencyDecoding.DecodeTimes(spikes, decoded, Latency);

    internal override void CheckDecodable() => LatencyDecoding.DecodeTimes([], [], Latency);

    internal override void Save(BinaryWriter writer) => Latency.Save(writer);

    internal override void SaveLearned(BinaryWriter writer) => Latency.SaveLearned(writer);

    internal override DecodableOptions WithLearned(BinaryReader reader) =>
        this with { Latency = (LatencyEncodingOptions)Latency.WithLearned(reader) };

    internal static SpikeTimeDecodingOptions Load(BinaryReader reader) => new() { Latency = LatencyEncodingOptions.Load(reader) };
}
