using System.Collections.Immutable;

namespace SpikeML;

/// <summary>The options of a code whose spikes can be turned back into values, with <c>Decode</c>.</summary>
public abstract record DecodableOptions
{
    private protected DecodableOptions()
    {
    }

    /// <summary>The dimensions of what a column of spikes decodes to, or null where the code makes no such spikes.</summary>
    internal abstract ImmutableArray<int>? DecodedDimensions(ImmutableArray<int> spikeDimensions);

    /// <summary>Whether the decoded series starts at an initial value, as spikes tell of changes alone.</summary>
    internal virtual bool StartsAtInitialValue => false;

    /// <summary>Decodes one row; the first step of a code of changes has the initial values, one a neuron or one for all.</summary>
    internal abstract void Decode(
        ReadOnlySpan<float> spikes, ImmutableArray<int> spikeDimensions, ReadOnlySpan<float> initialValues, Span<float> decoded);

    /// <summary>Throws where the options leave open what decoding needs.</summary>
    internal abstract void CheckDecodable();

    internal abstract void Save(BinaryWriter writer);

    /// <summary>Writes what a fitted encoder's options have beside the options proper.</summary>
    internal virtual void SaveLearned(BinaryWriter writer)
    {
    }

    /// <summary>The options with what <see cref="SaveLearned"/> wrote.</summary>
    internal virtual DecodableOptions WithLearned(BinaryReader reader) => this;
}
