using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Onnx.Tests.Networks;

/// <summary>What a converted network predicts, beside what the network itself predicts, for all rows of some data.</summary>
internal sealed record NetworkComparison
{
    /// <summary>
    /// The promise: the share of rows with equal labels, and of scores that differ by at most <see cref="Near"/>.
    /// </summary>
    private const double EqualLabels = 0.999, NearScores = 0.99, Near = 1e-5;

    public int Rows { get; private init; }

    public int LabelsThatDiffer { get; private init; }

    /// <summary>The number of labels that are predicted at least once; of a single one, comparisons would say little.</summary>
    public int LabelsPredicted { get; private init; }

    public int FarScores { get; private init; }

    public int Scores { get; private init; }

    public double LargestDifference { get; private init; }

    /// <summary>The number of values that differ in each column of spikes and membranes, and the largest difference.</summary>
    public IReadOnlyDictionary<string, (int Count, double Largest)> Recorded { get; private init; } =
        new Dictionary<string, (int, double)>();

    /// <summary>Converts a network, and runs it.</summary>
    public static NetworkComparison Of(MLContext context, ITransformer network, IDataView data)
    {
        IDataView expected = network.Transform(data);
        string[] added = [.. expected.Schema.Select(column => column.Name).Except(data.Schema.Select(column => column.Name))];
        using OnnxSession session = new(OnnxSession.Convert(context, network, data, added));
        Assert.DoesNotContain(OnnxSession.Warnings, text => text.Contains("MergeShapeInfo", StringComparison.Ordinal));
        (float[] want, float[] got) = (OnnxInput.Values<float>(expected, "Score"), session.Run(data, "Score"));
        Assert.Equal(want.Length, got.Length);
        Assert.True(want.Distinct().Count() > 2, "All scores are alike, so they say nothing.");
        (int differ, int predicted) = CompareLabels(expected, session, data);
        double[] differences = [.. want.Zip(got, (left, right) => Math.Abs((double)left - right))];
        return new()
        {
            Rows = (int)data.GetRowCount()!.Value,
            LabelsThatDiffer = differ,
            LabelsPredicted = predicted,
            Scores = want.Length,
            FarScores = differences.Count(difference => !(difference <= Near)),
            LargestDifference = differences.Max(),
            Recorded = added.Except(["Score", "PredictedLabel", "Probability"]).ToDictionary(name => name,
                name => Different(OnnxInput.Values<float>(expected, name), session.Run(data, name))),
        };
    }

    public void AssertPromise()
    {
        Assert.True(LabelsThatDiffer <= Rows * (1 - EqualLabels), ToString());
        Assert.True(FarScores <= Scores * (1 - NearScores), ToString());
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Rows} rows | {LabelsThatDiffer} labels differ | {FarScores} of {Scores} scores far | largest {LargestDifference:G2}")
            + string.Concat(Recorded.Select(column => string.Create(CultureInfo.InvariantCulture,
                $" | {column.Key}: {column.Value.Count} differ, largest {column.Value.Largest:G2}")));

    private static (int Differ, int Predicted) CompareLabels(IDataView expected, OnnxSession session, IDataView data)
    {
        if (expected.Schema.GetColumnOrNull("PredictedLabel") is not { } label)
            return (0, 0);
        return label.Type is KeyDataViewType
            ? Compare([.. expected.GetColumn<uint>(label)], session.Run<uint>(data, label.Name))
            : Compare([.. expected.GetColumn<bool>(label)], session.Run<bool>(data, label.Name));
    }

    private static (int, int) Compare<T>(T[] want, T[] got)
    {
        Assert.Equal(want.Length, got.Length);
        return (want.Zip(got).Count(pair => !pair.First!.Equals(pair.Second)), want.Distinct().Count());
    }

    private static (int, double) Different(float[] want, float[] got)
    {
        Assert.Equal(want.Length, got.Length);
        Assert.Contains(want, value => value != 0);
        return (want.Zip(got).Count(pair => pair.First != pair.Second),
            want.Zip(got, (left, right) => Math.Abs((double)left - right)).Max());
    }
}
