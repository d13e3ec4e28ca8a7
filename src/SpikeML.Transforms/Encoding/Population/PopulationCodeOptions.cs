using System.Collections.Immutable;

namespace SpikeML;

/// <summary>What the options of population codes share: the Gaussian receptive fields that each feature drives.</summary>
public abstract record PopulationCodeOptions : FeatureCodeOptions
{
    private protected PopulationCodeOptions()
    {
    }

    /// <summary>The number of time steps, at least 1; 100 by default.</summary>
    public int NumSteps { get; init; } = 100;

    /// <summary>The number of fields, and so of neurons, for each feature, 3 to 1024; 8 by default.</summary>
    public int NumFields { get; init; } = 8;

    /// <summary>How many times a field's width goes into the distance between two centres, above 0; 1.5 by default.</summary>
    public double WidthFactor { get; init; } = 1.5;

    /// <summary>The range that the fields cover. Null, the default, is learned for each slot from the data that an estimator is fitted on.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>What was learned of each slot, where Range is null; empty in options that were not fitted.</summary>
    internal ImmutableArray<ValueRange> SlotRanges { get; init; } = [];

    private bool HasSlotRanges => Range is null && !SlotRanges.IsEmpty;

    internal sealed override bool Takes(int featureCount) => !HasSlotRanges || SlotRanges.Length == 1 || SlotRanges.Length == featureCount;

    // Ranges of several slots cannot be tried on one feature.
    internal sealed override void CheckDecodable()
    {
        if (Takes(1))
            base.CheckDecodable();
    }

    internal sealed override void Decode(ReadOnlySpan<float> spikes, Span<float> features)
    {
        ValueRange range = HasSlotRanges ? default : SeriesCheck.Given(Range, nameof(Range));
        Decode(spikes, features, HasSlotRanges ? SlotRanges.AsSpan() : new(in range));
    }

    private protected abstract void Decode(ReadOnlySpan<float> spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges);

    internal sealed override void SaveLearned(BinaryWriter writer) => writer.WriteRanges([.. SlotRanges]);

    internal sealed override DecodableOptions WithLearned(BinaryReader reader) => this with { SlotRanges = [.. reader.ReadRanges()] };

    internal sealed override int Channels => NumFields;

    internal sealed override int StepsOf(int featureCount) => NumSteps;

    private protected void CheckFields()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.Require(NumFields is >= 3 and <= 1024, NumFields, nameof(NumFields), "NumFields must be 3 to 1024.");
        OptionCheck.Positive(WidthFactor, nameof(WidthFactor));
        OptionCheck.Require(Range is not { } range || (float.IsFinite(range.Lowest) && float.IsFinite(range.Highest) && range.Lowest <= range.Highest),
            Range, nameof(Range), "Range must run from a finite value to one no smaller.");
    }
}
