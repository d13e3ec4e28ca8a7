using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>A summary of the labels before training: their number, means and deviations, and each class's share.</summary>
/// <param name="Count">The number of rows.</param>
/// <param name="MeanWeight">The mean weight of the rows, 1 without weights.</param>
/// <param name="Scales">Regression: the weighted mean and standard deviation of each output's labels; otherwise empty.</param>
/// <param name="ClassTotals">The total weight of each class's rows; empty for regression.</param>
internal readonly record struct LabelSummary(long Count, double MeanWeight, IReadOnlyList<LabelScale> Scales,
    double[] ClassTotals)
{
    /// <summary>Whether all rows have the same class or, in a regression, each output the same label everywhere.</summary>
    public bool AreEqual { get; private init; }

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
        bool isRegression = label.Task == SpikingTask.Regression;
        double[] totals = new double[isRegression ? 0 : label.Classes];
        LabelMoments moments = new(isRegression ? label.Classes : 0);
        using DataViewRowCursor cursor = data.GetRowCursor(label.Columns);
        Func<double, double> take = isRegression ? Moments(label, cursor, moments) : Totals(label, cursor, totals, options);
        ExampleWeightReader? weights = label.Weight is { } column ? new(cursor, column) : null;
        HeldOutCount? parts = options.ValidationFraction > 0 ? new(options, cursor) : null;
        long count = 0;
        double all = 0;
        for (; cursor.MoveNext(); count++)
        {
            host.CheckAlive(cancellationToken);
            double weight = take(weights?.Read() ?? 1);
            parts?.Add(weight);
            all += weight;
        }
        Check(count, all, label);
        parts?.RequireBoth();
        return new(count, all / count, moments.ToScales(), totals)
        {
            AreEqual = isRegression ? moments.Squares == 0 : totals.Max() == totals.Sum(),
        };
    }

    /// <summary>
    /// Adds the current row, given its own weight, to the classes, and returns its weight with that of its class.
    /// </summary>
    private static Func<double, double> Totals(NetworkLabel label, DataViewRow row, double[] totals,
        SpikingNetworkOptions options)
    {
        Func<double> reader = label.Reader(row);
        return weight =>
        {
            int found = (int)reader();
            totals[found] += weight *= options.ClassWeights?[found] ?? 1;
            return weight;
        };
    }

    /// <summary>Adds the current row, given its weight, to the moments, and returns the weight.</summary>
    private static Func<double, double> Moments(NetworkLabel label, DataViewRow row, LabelMoments moments)
    {
        Func<ReadOnlyMemory<float>>? steps = label.VariesOverTime ? LabelReading.StepReader(row, label.Column) : null;
        Func<double>? number = label.VariesOverTime ? null : label.Reader(row);
        return weight =>
        {
            moments.Add(steps is null ? [(float)number!()] : steps().Span, weight);
            return weight;
        };
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
