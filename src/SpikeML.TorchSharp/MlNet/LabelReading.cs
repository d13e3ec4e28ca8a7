using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>Reads a label row by row: the class, from 0, or the number of a regression.</summary>
internal static class LabelReading
{
    private const string Demand = "labels must be finite numbers. Drop such rows first with "
        + "mlContext.Data.FilterRowsByMissingValues, or fill the gaps";

    /// <summary>Creates a reader of numbers for every step, [numSteps][outputs].</summary>
    public static Func<ReadOnlyMemory<float>> StepReader(DataViewRow row, DataViewSchema.Column column, string demand = Demand)
    {
        ValueGetter<VBuffer<float>> getter = row.GetGetter<VBuffer<float>>(column);
        VBuffer<float> values = default;
        float[] dense = [];
        return () =>
        {
            getter(ref values);
            SpikeBatches.CheckFinite(values, column, demand, row);
            Array.Resize(ref dense, values.Length);
            values.CopyTo(dense);
            return dense;
        };
    }

    /// <summary>Throws if a target is not finite.</summary>
    public static void CheckFinite(in VBuffer<float> targets, DataViewSchema.Column column, DataViewRow row) =>
        SpikeBatches.CheckFinite(targets, column, Demand, row);

    /// <summary>Creates a reader, which throws if a row has no label.</summary>
    public static Func<double> Reader(this NetworkLabel label, DataViewRow row)
    {
        if (label.VariesOverTime)
            return TargetReader(row, label.Column, label.Classes);
        Func<double> reader = ScalarReaderOf(row, label);
        return () => reader() is double value && double.IsFinite(value) ? value : throw new InvalidOperationException(
            double.IsInfinity(value) ? FormattableString.Invariant(
                $"Column '{label.Column.Name}' has {value} at row {row.Position}: labels must be finite numbers.")
            : $"Column '{label.Column.Name}' has no label at row {row.Position}. Drop such rows first with "
                + $"mlContext.Data.FilterRowsByMissingValues.{HintOf(label)}");
    }

    private static string HintOf(NetworkLabel label) => label.Column.Type is not KeyDataViewType { Count: var count } ? ""
        : $" If it is a C# property with [KeyType({count})], its values are 0 to {count - 1}, and others count as missing.";

    private static Func<double> TargetReader(DataViewRow row, DataViewSchema.Column column, int classes)
    {
        Func<ReadOnlyMemory<float>> targets = StepReader(row, column);
        return () => TargetSpikes.ClassOf(targets().Span, classes) is int found and >= 0 ? found
            : throw new InvalidOperationException($"Column '{column.Name}' has equal targets at all steps and for all classes at "
                + $"row {row.Position}, so that row has no class. Drop such rows first.");
    }

    private static Func<double> ScalarReaderOf(DataViewRow row, NetworkLabel label)
    {
        DataViewSchema.Column column = label.Column;
        if (label.Task == SpikingTask.Regression)
            return ScalarReader.Create<float, double>(row, column, value => value);
        Type type = column.Type.RawType;
        return label.Task == SpikingTask.Binary
            ? ScalarReader.Create<bool, double>(row, column, value => value ? 1 : 0)
            : type == typeof(byte) ? ScalarReader.Create<byte, double>(row, column, value => Index(value))
            : type == typeof(ushort) ? ScalarReader.Create<ushort, double>(row, column, value => Index(value))
            : type == typeof(uint) ? ScalarReader.Create<uint, double>(row, column, value => Index(value))
            : ScalarReader.Create<ulong, double>(row, column, value => Index(value));
    }

    // ML.NET's keys count from 1; 0 is a missing value.
    private static double Index(ulong key) => key == 0 ? double.NaN : key - 1;
}
