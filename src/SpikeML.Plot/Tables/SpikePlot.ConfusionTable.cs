namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Draws a classifier's confusion table, such as ML.NET's <c>MulticlassClassificationMetrics.ConfusionMatrix.Counts</c>: one
    /// row per class, from the top, with the number of rows of data that were predicted as each class, coloured by their share.
    /// </summary>
    /// <param name="counts">The counts, [actual class][predicted class], finite and at least 0, of at most 50 classes.</param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="ConfusionTableOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentException">The table is not square.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option or a count is out of range, or there are too many classes.
    /// </exception>
    public static PlotFigure ConfusionTable(IReadOnlyList<IReadOnlyList<double>> counts, ConfusionTableOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        OptionCheck.Require(counts.Count is > 0 and <= ConfusionTablePlot.MostClasses, counts.Count, nameof(counts),
            $"A confusion table must have 1 to {ConfusionTablePlot.MostClasses} classes.");
        for (int row = 0; row < counts.Count; row++)
        {
            if (counts[row].Count != counts.Count)
                throw new ArgumentException(
                    $"Row {row} has {Counted.Of(counts[row].Count, "count")}, not {counts.Count}: the table must be square.",
                    nameof(counts));
            foreach (double count in counts[row])
                OptionCheck.Require(count is >= 0 and < double.PositiveInfinity, count, nameof(counts),
                    $"Counts must be finite and at least 0, but one in row {row} is not.");
        }
        options ??= new ConfusionTableOptions();
        options.Validate(counts.Count);
        return new ConfusionTablePlot(counts, options).Draw();
    }
}
