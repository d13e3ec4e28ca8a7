using System.Collections.Immutable;

namespace SpikeML;

/// <summary>The ranges of one column's values: one for each slot, or one for all.</summary>
internal static class ValueRanges
{
    /// <summary>
    /// Whether there is a range for each of so many slots, or one for all; true too where nothing was learned yet.
    /// </summary>
    public static bool Fit(ImmutableArray<ValueRange> ranges, int slots) => ranges.Length <= 1 || ranges.Length == slots;

    /// <summary>What is taken instead of an input of these dimensions, in words; null where the ranges fit it.</summary>
    public static string? Refusal(ImmutableArray<ValueRange> ranges, ImmutableArray<int> inputDimensions) =>
        Fit(ranges, Dimensions.Count(inputDimensions)) ? null : $"{ranges.Length} slots, as were learned";

    /// <summary>Throws unless there is a range for each feature, or one for all.</summary>
    public static void Check(ReadOnlySpan<float> features, ReadOnlySpan<ValueRange> ranges)
    {
        if (ranges.Length != 1 && ranges.Length != features.Length)
            throw new ArgumentException($"{features.Length} features need as many ranges, or one for all, not {ranges.Length}.",
                nameof(ranges));
    }

    public static void WriteRanges(this BinaryWriter writer, ReadOnlySpan<ValueRange> ranges)
    {
        writer.Write(ranges.Length);
        foreach (ValueRange range in ranges)
            writer.Write(range.Lowest);
        writer.Write(ranges.Length);
        foreach (ValueRange range in ranges)
            writer.Write(range.Highest);
    }

    public static ImmutableArray<ValueRange> ReadRanges(this BinaryReader reader) =>
        [.. reader.ReadSingles().Zip(reader.ReadSingles(), (lowest, highest) => new ValueRange(lowest, highest))];

    public static void WriteRange(this BinaryWriter writer, ValueRange? range)
    {
        writer.Write(range?.Lowest ?? float.NaN);
        writer.Write(range?.Highest ?? float.NaN);
    }

    public static ValueRange? ReadRange(this BinaryReader reader)
    {
        ValueRange range = new(reader.ReadSingle(), reader.ReadSingle());
        return float.IsNaN(range.Lowest) ? null : range;
    }
}
