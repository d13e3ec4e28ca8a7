using System.Collections.Immutable;

namespace SpikeML;

/// <summary>The options of a code of single features: each feature has NumSteps steps of one or more neurons.</summary>
public abstract record FeatureCodeOptions : DecodableOptions
{
    private protected FeatureCodeOptions()
    {
    }

    /// <summary>The number of neurons for each feature.</summary>
    internal virtual int Channels => 1;

    /// <summary>The column whose values draws are mixed with; null where none is named or nothing is drawn.</summary>
    internal virtual string? RowKeyColumn => null;

    /// <summary>The number of steps of a row of so many features.</summary>
    internal abstract int StepsOf(int featureCount);

    /// <summary>The options with a seed drawn where the code draws and none is given.</summary>
    internal virtual FeatureCodeOptions Seeded(Random random) => this;

    internal abstract void Decode(ReadOnlySpan<float> spikes, Span<float> features);

    /// <summary>Whether so many features can have been encoded.</summary>
    internal virtual bool Takes(int featureCount) => true;

    /// <summary>The dimensions that features of the given dimensions are encoded in.</summary>
    internal ImmutableArray<int> SpikeDimensions(ImmutableArray<int> featureDimensions)
    {
        ImmutableArray<int> dimensions = featureDimensions.Insert(0, StepsOf(Count(featureDimensions)));
        return Channels > 1 ? dimensions.Add(Channels) : dimensions;
    }

    /// <summary>Decodes one feature without spikes.</summary>
    internal override void CheckDecodable() => Decode(new float[checked(StepsOf(1) * Channels)], new float[1]);

    internal sealed override ImmutableArray<int>? DecodedDimensions(ImmutableArray<int> spikeDimensions)
    {
        if (Channels > 1 && (spikeDimensions.Length == 1 || spikeDimensions[^1] != Channels))
            return null;
        ImmutableArray<int> features = spikeDimensions[1..(Channels > 1 ? ^1 : ^0)];
        if (spikeDimensions[0] != StepsOf(Count(features)) || !Takes(Count(features)))
            return null;
        return features.IsEmpty ? [1] : features;
    }

    internal sealed override void Decode(
        ReadOnlySpan<float> spikes, ImmutableArray<int> spikeDimensions, ReadOnlySpan<float> initialValues, Span<float> decoded) =>
        Decode(spikes, decoded);

    private static int Count(ImmutableArray<int> dimensions) => dimensions.Aggregate(1, (product, dimension) => checked(product * dimension));
}
