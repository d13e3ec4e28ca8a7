namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Draws training curves: the loss and the accuracy of each epoch side by side, each with the curve of the held-out rows.
    /// </summary>
    /// <param name="loss">The loss of epochs 1, 2 and so on; at least one. A curve breaks at NaN and infinity.</param>
    /// <param name="validationLoss">The loss of the held-out rows at the same epochs, or null for none.</param>
    /// <param name="accuracy">The share of rows that were classified correctly, from 0 to 1, or null for none.</param>
    /// <param name="validationAccuracy">The same for the held-out rows, or null for none.</param>
    /// <param name="options">How they are drawn, or null for the defaults of <see cref="TrainingCurveOptions"/>.</param>
    /// <returns>The grid as a figure, ready to save or show.</returns>
    /// <exception cref="ArgumentException">There are no epochs, or the curves differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static GridFigure TrainingCurves(IReadOnlyList<double> loss, IReadOnlyList<double>? validationLoss = null,
        IReadOnlyList<double>? accuracy = null, IReadOnlyList<double>? validationAccuracy = null,
            TrainingCurveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (loss.Count == 0)
            throw new ArgumentException("There must be the loss of at least one epoch.", nameof(loss));
        Check(validationLoss, nameof(validationLoss));
        Check(accuracy, nameof(accuracy));
        Check(validationAccuracy, nameof(validationAccuracy));
        return new TrainingCurvePlot(loss, validationLoss ?? [], accuracy ?? [], validationAccuracy ?? [],
            options ?? new TrainingCurveOptions()).Draw();

        void Check(IReadOnlyList<double>? curve, string name)
        {
            if (curve is { Count: > 0 } && curve.Count != loss.Count)
                throw new ArgumentException(
                    $"There are losses of {Counted.Of(loss.Count, "epoch")}, but {Counted.Of(curve.Count, "value")} "
                    + "of another curve.", name);
        }
    }
}
