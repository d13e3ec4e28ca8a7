using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>
/// An axis of equally spaced indices, each centred in its cell. Ticks are on existing indices, including the first and the last
/// one, or on round times up to the end.
/// </summary>
internal sealed class IndexAxis : LinearAxis
{
    private readonly double _first, _last;

    /// <summary>An axis of indices from 0.</summary>
    /// <param name="count">The number of indices.</param>
    public IndexAxis(int count)
        : this(0, count, 1, null)
    {
    }

    /// <param name="first">The first index.</param>
    /// <param name="end">The index after the last one.</param>
    /// <param name="spacing">The distance from one index to the next.</param>
    /// <param name="unit">The unit of the labels for times, or null for whole indices.</param>
    public IndexAxis(int first, int end, double spacing, SiUnit? unit)
    {
        (_first, _last) = (first * spacing, (unit is null ? end - 1 : end) * spacing);
        Minimum = (first - 0.5) * spacing;
        Maximum = unit is null ? (end - 0.5) * spacing : end * spacing;
        IsZoomEnabled = IsPanEnabled = false;
        LabelFormatter = unit is null ? TickLabel.Whole : value => TimeLabel(value, unit.Value);
        if (unit is null)
            MinimumMajorStep = MinimumMinorStep = 1;
    }

    /// <summary>Whether only multiples of the tick distance have ticks, without an extra one at the end, as for names.</summary>
    public bool OmitsEnd { get; init; }

    /// <inheritdoc/>
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues,
        out IList<double> minorTickValues)
    {
        base.GetTickValues(out _, out IList<double> all, out _);
        // The axis extends half an index beyond the first and the last, and marks need some extra space.
        double tolerance = (Maximum - Minimum) * 1e-9;
        List<double> ticks = [];
        foreach (double tick in all)
        {
            if (tick >= _first - tolerance && tick <= _last + tolerance)
                ticks.Add(tick);
        }
        if (!OmitsEnd && ticks.Count > 0 && ticks[0] - _first > tolerance)
        {
            if (ticks.Count > 1 && !FitBeside(_first, ticks[0]))
                ticks.RemoveAt(0);
            ticks.Insert(0, _first);
        }
        if (!OmitsEnd && ticks.Count > 0 && _last - ticks[^1] > tolerance)
        {
            if (ticks.Count > 1 && !FitBeside(ticks[^1], _last))
                ticks.RemoveAt(ticks.Count - 1);
            ticks.Add(_last);
        }
        majorTickValues = majorLabelValues = ticks;
        minorTickValues = [];
    }

    /// <summary>Whether the labels of two ticks do not touch.</summary>
    private bool FitBeside(double tick, double next)
    {
        double distance = Math.Abs(Transform(next) - Transform(tick));
        return distance >= (IsHorizontal() ? (WidthOf(tick) + WidthOf(next)) / 2 + FigureStyle.TickGapBeside
            : FigureStyle.TickSize + FigureStyle.TickGapAbove);
    }

    private double WidthOf(double tick) => FigureStyle.TickWidth(FormatValue(tick));

    // The first and the last time, which need not be round, may have more decimals than the others.
    private string TimeLabel(double value, SiUnit unit)
    {
        double step = ActualMajorStep / unit.Size, time = value / unit.Size;
        bool isEnd = Math.Min(Math.Abs(value - _first), Math.Abs(value - _last)) <= (Maximum - Minimum) * 1e-9;
        return isEnd ? TickLabel.ToStep(time, TickLabel.StepOf(time, step)) : TickLabel.ToStep(time, step);
    }
}
