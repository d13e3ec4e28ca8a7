using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>The errors of predictions that vary over time, in the units of the labels.</summary>
public sealed record RegressionOverTimeMetrics
{
    internal RegressionOverTimeMetrics(long rows, ImmutableArray<double> stepErrors, double absolute, double unexplained) =>
        (Rows, StepErrors, MeanSquaredError, MeanAbsoluteError, RSquared) =
            (rows, stepErrors, stepErrors.Average(), absolute, 1 - unexplained);

    /// <summary>The number of rows.</summary>
    public long Rows { get; }

    /// <summary>The mean squared error over all rows, steps and outputs.</summary>
    public double MeanSquaredError { get; }

    /// <summary>The square root of <see cref="MeanSquaredError"/>.</summary>
    public double RootMeanSquaredError => Math.Sqrt(MeanSquaredError);

    /// <summary>The mean absolute error over all rows, steps and outputs.</summary>
    public double MeanAbsoluteError { get; }

    /// <summary>
    /// The coefficient of determination: 1 for perfect predictions, 0 for those that are no better than each output's mean; NaN
    /// or negative infinity if the labels are constant.
    /// </summary>
    public double RSquared { get; }

    /// <summary>The mean squared error of each step, over all rows and outputs.</summary>
    public IReadOnlyList<double> StepErrors { get; }
}
