using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>The ranges of one column's values: one for each slot, or one for all.</summary>
internal static class LearnedRanges
{
    /// <summary>Learns the least and greatest value of each slot of each column.</summary>
    public static ValueRange[][] Learn(IHost host, IDataView data, (string outputColumnName, string inputColumnName)[] pairs) =>
        Learn(host, data, pairs, new ScaleOptions());

    /// <summary>Learns what the options say: of each slot or of all together, least and greatest values or quantiles.</summary>
    public static ValueRange[][] Learn(IHost host, IDataView data, (string outputColumnName, string inputColumnName)[] pairs, ScaleOptions options)
    {
        DataViewSchema.Column[] columns = [.. pairs.Select(pair => data.Schema[pair.inputColumnName])];
        int[] slots = [.. columns.Select(column => Slots(InputColumn.Dimensions(host, column, scalarAllowed: true)))];
        IRangeLearner[] learners = [.. slots.Select(count => options is { LowerQuantile: 0, UpperQuantile: 1 }
            ? (IRangeLearner)new ExtremeLearner(options.PerSlot ? count : 1)
            : new QuantileLearner(count, options))];
        ColumnLearning.Read(host, data, columns, "the range of the values", (pair, features) =>
        {
            FeatureCheck.AllFinite(features);
            learners[pair].Add(features);
        });
        return [.. learners.Select(learner => learner.Ranges())];
    }

    /// <summary>The dimensions of a column; one with other slots than were learned is refused.</summary>
    public static ImmutableArray<int> Dimensions(IExceptionContext host, DataViewSchema.Column column, ValueRange[] ranges)
    {
        ImmutableArray<int> dimensions = InputColumn.Dimensions(host, column, scalarAllowed: true);
        if (ranges.Length > 1 && Slots(dimensions) != ranges.Length)
            throw host.ExceptSchemaMismatch(nameof(column), "input", column.Name, $"{ranges.Length} slots, as were learned", column.Type.ToString());
        return dimensions;
    }

    /// <summary>Throws unless there is a range for each feature, or one for all.</summary>
    public static void Check(ReadOnlySpan<float> features, ReadOnlySpan<ValueRange> ranges)
    {
        if (ranges.Length != 1 && ranges.Length != features.Length)
            throw new ArgumentException($"{features.Length} features have as many ranges, or one for all, not {ranges.Length}.", nameof(ranges));
    }

    public static void WriteRanges(this BinaryWriter writer, ValueRange[] ranges)
    {
        writer.Write([.. ranges.Select(range => range.Lowest)]);
        writer.Write([.. ranges.Select(range => range.Highest)]);
    }

    public static ValueRange[] ReadRanges(this BinaryReader reader) =>
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

    private static int Slots(ImmutableArray<int> dimensions) => dimensions.Aggregate(1, (product, dimension) => checked(product * dimension));
}
