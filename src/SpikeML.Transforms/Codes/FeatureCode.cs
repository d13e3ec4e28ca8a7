using System.Collections.Immutable;

namespace SpikeML;

/// <summary>A code of single features: each feature is encoded as a number of steps of one or more neurons.</summary>
public abstract record FeatureCode : SpikeCode
{
    private protected FeatureCode()
    {
    }

    /// <summary>The number of neurons for each feature.</summary>
    internal virtual int Channels => 1;

    /// <summary>The number of steps for a row with that many features.</summary>
    internal abstract int StepsOf(int featureCount);

    /// <summary>Whether that many features can have been encoded.</summary>
    internal virtual bool Takes(int featureCount) => true;

    internal abstract void Encode(ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes);

    /// <summary>Restores features from finite spikes.</summary>
    internal abstract void Decode(in SpikeValues spikes, Span<float> features);

    internal override void Encode(in RowInput row, Span<float> output) => Encode(row.Values, row.Key, output);

    internal override ColumnNotes Notes =>
        Channels > 1 ? ColumnNotes.Spikes : ColumnNotes.Spikes with { NeuronNames = ColumnNames.OfSlots };

    internal override string SilenceRemedy => HasGain
        ? "Its values are too small for the code: scale the column with mlContext.Transforms.Spikes.Scale, or raise Gain."
        : "Its values are too small for the code: scale the column with mlContext.Transforms.Spikes.Scale.";

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions)
    {
        ImmutableArray<int> dimensions = inputDimensions.Insert(0, StepsOf(Dimensions.Count(inputDimensions)));
        return Channels > 1 ? dimensions.Add(Channels) : dimensions;
    }

    internal sealed override ImmutableArray<int>? DecodedDimensions(ImmutableArray<int> spikeDimensions)
    {
        if (Channels > 1 && (spikeDimensions.Length == 1 || spikeDimensions[^1] != Channels))
            return null;
        ImmutableArray<int> features = spikeDimensions[1..(Channels > 1 ? ^1 : ^0)];
        if (spikeDimensions[0] != StepsOf(Dimensions.Count(features)) || !Takes(Dimensions.Count(features)))
            return null;
        return features.IsEmpty ? [1] : features;
    }

    internal sealed override ColumnNotes DecodedNotes =>
        Channels > 1 ? ColumnNotes.None : new() { SlotNames = ColumnNames.OfNeurons };

    internal sealed override void Decode(
        in SpikeValues spikes, ImmutableArray<int> spikeDimensions, ReadOnlySpan<double> initialValues, Span<float> decoded)
    {
        FeatureCheck.AllFinite(spikes);
        Decode(spikes, decoded);
    }

    /// <summary>Decodes zero features, which takes no memory for any number of steps.</summary>
    internal override void CheckDecodable()
    {
        Validate();
        _ = StepsOf(1);
        Decode(default(SpikeValues), []);
    }
}
