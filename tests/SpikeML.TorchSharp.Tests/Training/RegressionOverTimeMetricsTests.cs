using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Training;

public class RegressionOverTimeMetricsTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void EvaluateOverTime_adds_the_errors_of_all_rows_steps_and_outputs()
    {
        RegressionOverTimeMetrics metrics = _context.Regression.EvaluateOverTime(Data(
            new() { Label = [0, 1, 2, 3], Score = [1, 1, 2, 5] }, new() { Label = [2, 3, 0, 1], Score = [2, 2, 0, 1] }));
        Assert.Equal(2, metrics.Rows);
        Assert.Equal([(1 + 0 + 0 + 1) / 4.0, (0 + 4 + 0 + 0) / 4.0], metrics.StepErrors);
        Assert.Equal(6 / 8.0, metrics.MeanSquaredError);
        Assert.Equal(Math.Sqrt(6 / 8.0), metrics.RootMeanSquaredError);
        Assert.Equal(4 / 8.0, metrics.MeanAbsoluteError);
        // The first output has 0, 2, 2, 0 and the second 1, 3, 3, 1: squares of 4 each around means of 1 and 2.
        Assert.Equal(1 - 6 / 8.0, metrics.RSquared, 1e-12);
    }

    [Fact]
    public void EvaluateOverTime_says_what_does_not_fit()
    {
        IDataView data = Data(new Row { Label = [0, 1, 2, 3], Score = [1, float.NaN, 2, 5] });
        RegressionCatalog catalog = _context.Regression;
        Assert.Contains("at row 0: predictions must be finite numbers",
            Assert.Throws<InvalidOperationException>(() => catalog.EvaluateOverTime(data)).Message, StringComparison.Ordinal);
        Assert.Contains("There are no rows",
            Assert.Throws<InvalidOperationException>(() => catalog.EvaluateOverTime(Data())).Message, StringComparison.Ordinal);
        Assert.Contains("There is no column 'Curve'", Assert.Throws<ArgumentOutOfRangeException>("labelColumnName",
            () => catalog.EvaluateOverTime(data, "Curve")).Message, StringComparison.Ordinal);
        Assert.Contains("For one number for each row, use Evaluate", Assert.Throws<ArgumentOutOfRangeException>(
            "scoreColumnName", () => catalog.EvaluateOverTime(data, "Label", "Number")).Message, StringComparison.Ordinal);
        Assert.Contains("they must have as many values", Assert.Throws<ArgumentOutOfRangeException>("scoreColumnName",
            () => catalog.EvaluateOverTime(data, "Label", "Other")).Message, StringComparison.Ordinal);
    }

    private IDataView Data(params Row[] rows) => _context.Data.LoadFromEnumerable(rows);

    private sealed class Row
    {
        [VectorType(2, 2)]
        public float[] Label { get; set; } = [];

        [VectorType(2, 2)]
        public float[] Score { get; set; } = [];

        [VectorType(3)]
        public float[] Other { get; set; } = [0, 0, 0];

        public float Number { get; set; }
    }
}
