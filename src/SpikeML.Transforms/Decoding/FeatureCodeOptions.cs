using System.Collections.Immutable;

namespace SpikeML;

/// <summary>The options of a code of single features that can be decoded: each feature has NumSteps steps of one or more neurons.</summary>
public abstract record FeatureCodeOptions : DecodableOptions
{
    private protected FeatureCodeOptions()
    {
    }

    internal abstract int Steps { get; }

    /// <summary>The number of neurons for each feature.</summary>
    internal virtual int Channels => 1;

    internal abstract void Decode(ReadOnlySpan<float> spikes, Span<float> features);

    /// <summary>Decodes one feature without spikes.</summary>
    internal sealed override void CheckDecodable() => Decode(new float[checked(Steps * Channels)], new float[1]);

    internal sealed override ImmutableArray<int>? DecodedDimensions(ImmutableArray<int> spikeDimensions)
    {
        if (spikeDimensions[0] != Steps || (Channels > 1 && (spikeDimensions.Length == 1 || spikeDimensions[^1] != Channels)))
            return null;
        ImmutableArray<int> features = spikeDimensions[1..(Channels > 1 ? ^1 : ^0)];
        return features.IsEmpty ? [1] : features;
    }

    internal sealed override void Decode(ReadOnlySpan<float> spikes, ImmutableArray<int> spikeDimensions, float initialValue, Span<float> decoded) =>
        Decode(spikes, decoded);
}
