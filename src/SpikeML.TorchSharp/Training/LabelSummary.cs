using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>A summary of the labels before training: their number, mean and standard deviation, and each class's share.</summary>
/// <param name="Count">The number of rows.</param>
/// <param name="Mean">The mean of the labels.</param>
/// <param name="Deviation">Their standard deviation, or 1 if it is 0.</param>
/// <param name="ClassCounts">The number of rows of each class; empty for regression.</param>
internal readonly record struct LabelSummary(long Count, double Mean, double Deviation, long[] ClassCounts)
{
    /// <summary>The class with the most rows.</summary>
    public int MostFrequent => Array.IndexOf(ClassCounts, ClassCounts.Max());

    /// <summary>The share of the class with the most rows.</summary>
    public double Majority => (double)ClassCounts[MostFrequent] / Count;

    /// <summary>The entropy of the classes in nats: the cross-entropy of predicting each by its share.</summary>
    public double Entropy
    {
        get
        {
            double count = Count;
            return ClassCounts.Where(rows => rows > 0).Sum(rows => -rows / count * Math.Log(rows / count));
        }
    }

    public static LabelSummary Of(IHost host, IDataView data, DataViewSchema.Column label, SpikingTask task, int outputs,
        CancellationToken cancellationToken)
    {
        long[] classCounts = new long[task == SpikingTask.Regression ? 0 : outputs];
        using DataViewRowCursor cursor = data.GetRowCursor([label]);
        Func<double> reader = Reader(cursor, label, task);
        long count = 0;
        double mean = 0, squares = 0;
        while (cursor.MoveNext())
        {
            host.CheckAlive(cancellationToken);
            double value = reader();
            if (!double.IsFinite(value))
                throw new InvalidOperationException(
                    $"Column '{label.Name}' has no label at row {count}: {value}. Drop such rows first with "
                        + "mlContext.Data.FilterRowsByMissingValues.");
            // Welford's recurrence: one pass, without loss of precision if the mean is large.
            double distance = value - mean;
            mean += distance / ++count;
            squares += distance * (value - mean);
            if (classCounts.Length > 0)
                classCounts[(int)value]++;
        }
        if (count == 0)
            throw new InvalidOperationException("There are no rows to train on.");
        double deviation = Math.Sqrt(squares / count);
        return new(count, mean, deviation > 0 ? deviation : 1, classCounts);
    }

    private static Func<double> Reader(DataViewRow row, DataViewSchema.Column label, SpikingTask task)
    {
        if (task == SpikingTask.Regression)
            return ScalarReader.Create<float, double>(row, label, value => value);
        return task == SpikingTask.Binary
            ? ScalarReader.Create<bool, double>(row, label, value => value ? 1 : 0)
            : label.Type.RawType == typeof(byte) ? ScalarReader.Create<byte, double>(row, label, value => Index(value))
            : label.Type.RawType == typeof(ushort) ? ScalarReader.Create<ushort, double>(row, label, value => Index(value))
            : label.Type.RawType == typeof(uint) ? ScalarReader.Create<uint, double>(row, label, value => Index(value))
            : ScalarReader.Create<ulong, double>(row, label, value => Index(value));
    }

    // ML.NET's keys count from 1; 0 is a missing value.
    private static double Index(ulong key) => key == 0 ? double.NaN : key - 1;
}
