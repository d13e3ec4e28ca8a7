using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>A summary of the labels before training: their number, mean and standard deviation, and each class's share.</summary>
/// <param name="Count">The number of rows.</param>
/// <param name="MeanWeight">The mean weight of the rows, 1 without weights.</param>
/// <param name="Mean">The weighted mean of the labels.</param>
/// <param name="Deviation">Their weighted standard deviation, or 1 if it is 0.</param>
/// <param name="ClassTotals">The total weight of each class's rows; empty for regression.</param>
internal readonly record struct LabelSummary(long Count, double MeanWeight, double Mean, double Deviation, double[] ClassTotals)
{
    /// <summary>The class with the most rows.</summary>
    public int MostFrequent => Array.IndexOf(ClassTotals, ClassTotals.Max());

    /// <summary>The share of the class with the most rows.</summary>
    public double Majority => ClassTotals.Max() / ClassTotals.Sum();

    /// <summary>The entropy of the classes in nats: the cross-entropy of predicting each by its share.</summary>
    public double Entropy
    {
        get
        {
            double all = ClassTotals.Sum();
            return ClassTotals.Where(total => total > 0).Sum(total => -total / all * Math.Log(total / all));
        }
    }

    /// <param name="host">Stops reading if it is cancelled.</param>
    /// <param name="data">The rows.</param>
    /// <param name="label">Their label and weight columns.</param>
    /// <param name="options">The weights of classes, and the share of rows that is held out.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static LabelSummary Of(IHost host, IDataView data, NetworkLabel label, SpikingNetworkOptions options,
        CancellationToken cancellationToken)
    {
        double[] totals = new double[label.Task == SpikingTask.Regression ? 0 : label.Classes];
        using DataViewRowCursor cursor = data.GetRowCursor(label.Columns);
        Func<double> reader = label.Reader(cursor);
        ExampleWeightReader? weights = label.Weight is { } column ? new(cursor, column) : null;
        HeldOutCount? parts = options.ValidationFraction > 0 ? new(options, cursor) : null;
        long count = 0;
        double all = 0, mean = 0, squares = 0;
        for (; cursor.MoveNext(); count++)
        {
            host.CheckAlive(cancellationToken);
            double value = reader(), weight = weights?.Read() ?? 1;
            if (totals.Length > 0)
                totals[(int)value] += weight *= options.ClassWeights?[(int)value] ?? 1;
            parts?.Add(weight);
            all += weight;
            // Welford's recurrence: one pass, without loss of precision if the mean is large.
            double distance = value - mean;
            mean += all > 0 ? distance * weight / all : 0;
            squares += weight * distance * (value - mean);
        }
        Check(count, all, label);
        parts?.RequireBoth();
        double deviation = Math.Sqrt(squares / all);
        return new(count, all / count, mean, deviation > 0 ? deviation : 1, totals);
    }

    private static void Check(long count, double all, NetworkLabel label)
    {
        if (count == 0)
            throw new InvalidOperationException("There are no rows to train on.");
        if (all == 0)
            throw new InvalidOperationException("The weights of all rows are 0: check "
                + (label.Weight is { } weight ? $"column '{weight.Name}' and " : "") + "ClassWeights.");
    }
}
