using System.Collections.Immutable;

namespace SpikeML;

/// <summary>The ranges of one column's values: one per slot, or one for all slots.</summary>
internal static class ValueRanges
{
    /// <summary>
    /// Whether there is a range for each of a number of slots, or one for all. Also true if nothing has been fitted yet.
    /// </summary>
    public static bool Fit(ImmutableArray<ValueRange> ranges, int slots) => ranges.Length <= 1 || ranges.Length == slots;

    /// <summary>
    /// A description of what is expected instead of an input with these dimensions, or null if the ranges match it.
    /// </summary>
    public static string? Refusal(ImmutableArray<ValueRange> ranges, ImmutableArray<int> inputDimensions) =>
        Fit(ranges, Dimensions.Count(inputDimensions)) ? null : $"{Counted.Of(ranges.Length, "slot")}, as when it was fitted";

    /// <summary>Throws unless there is a range for each feature, or one for all features.</summary>
    public static void Check(int features, ReadOnlySpan<ValueRange> ranges)
    {
        if (ranges.Length != 1 && ranges.Length != features)
            throw new ArgumentException(
                $"There must be a range for each feature ({features}), or one for all; got {ranges.Length}.",
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

    // The first two formats store them in single precision.
    public static ImmutableArray<ValueRange> ReadRanges(this BinaryReader reader) =>
        [.. ReadEnds(reader).Zip(ReadEnds(reader), (lowest, highest) => new ValueRange(lowest, highest))];

    public static void WriteRange(this BinaryWriter writer, ValueRange? range)
    {
        writer.Write(range?.Lowest ?? double.NaN);
        writer.Write(range?.Highest ?? double.NaN);
    }

    public static ValueRange? ReadRange(this BinaryReader reader)
    {
        ValueRange range = new(ReadEnd(reader), ReadEnd(reader));
        return double.IsNaN(range.Lowest) ? null : range;
    }

    private static double[] ReadEnds(BinaryReader reader)
    {
        double[] ends = new double[reader.ReadCount(IsSingle(reader) ? sizeof(float) : sizeof(double))];
        foreach (ref double end in ends.AsSpan())
            end = ReadEnd(reader);
        return ends;
    }

    private static double ReadEnd(BinaryReader reader) => IsSingle(reader) ? reader.ReadSingle() : reader.ReadDouble();

    private static bool IsSingle(BinaryReader reader) => reader is CodeReader { Format: < ModelFormat.Third };
}
