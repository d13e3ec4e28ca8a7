using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>
/// An axis of equally spaced indices, each in the middle of its interval. Ticks are at existing indices or at round times.
/// </summary>
internal sealed class IndexAxis : LinearAxis
{
    private readonly double _last;

    /// <param name="count">The number of indices.</param>
    /// <param name="spacing">The distance from one index to the next, in the unit of the axis.</param>
    /// <param name="countsWholes">Whether ticks are whole numbers.</param>
    public IndexAxis(int count, double spacing, bool countsWholes)
    {
        Minimum = -0.5 * spacing;
        Maximum = (count - 0.5) * spacing;
        _last = (count - 1) * spacing;
        IsZoomEnabled = IsPanEnabled = false;
        LabelFormatter = countsWholes ? TickLabel.Whole : value => TickLabel.ToStep(value, ActualMajorStep);
        if (countsWholes)
            MinimumMajorStep = MinimumMinorStep = 1;
    }

    /// <inheritdoc/>
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues,
        out IList<double> minorTickValues)
    {
        base.GetTickValues(out _, out IList<double> ticks, out _);
        // The axis extends half an index beyond the first and the last, and marks need some more room.
        double tolerance = (Maximum - Minimum) * 1e-9;
        majorTickValues = [.. ticks.Where(tick => tick >= -tolerance && tick <= _last + tolerance)];
        majorLabelValues = majorTickValues;
        minorTickValues = [];
    }
}
