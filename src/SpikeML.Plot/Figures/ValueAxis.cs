using OxyPlot;
using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>An axis of plain numbers, with faint lines across the figure.</summary>
internal static class ValueAxis
{
    private const double TickDistance = 45, TickDistanceAbove = 32;

    /// <summary>From the smallest to the largest value with some margin.</summary>
    public static LinearAxis OfValues(AxisPosition position, string? label, SiUnit unit, double padding = 0.04)
    {
        LinearAxis axis = New(position, label, unit);
        axis.MinimumPadding = axis.MaximumPadding = padding;
        return axis;
    }

    /// <summary>From 0 to slightly more than the maximum; whole ticks for counts.</summary>
    public static LinearAxis FromZero(AxisPosition position, string? label, double most, bool countsWholes)
    {
        LinearAxis axis = New(position, label, SiUnit.None);
        axis.Minimum = 0;
        axis.Maximum = most > 0 ? most * 1.05 : 1;
        if (countsWholes)
            axis.MinimumMajorStep = 1;
        return axis;
    }

    /// <summary>From one value to another.</summary>
    public static LinearAxis Between(AxisPosition position, string? label, double from, double to, SiUnit unit)
    {
        LinearAxis axis = New(position, label, unit);
        (axis.Minimum, axis.Maximum) = (from, to);
        return axis;
    }

    private static NumberAxis New(AxisPosition position, string? label, SiUnit unit)
    {
        NumberAxis axis = new()
        {
            MajorGridlineStyle = LineStyle.Solid,
            IntervalLength = position is AxisPosition.Left or AxisPosition.Right ? TickDistanceAbove : TickDistance,
            IsZoomEnabled = false,
            IsPanEnabled = false,
        };
        FigureStyle.Style(axis, position, label is { Length: > 0 } ? unit.Label(label) : label);
        axis.LabelFormatter = value => TickLabel.ToStep(value / unit.Size, axis.ActualMajorStep / unit.Size);
        return axis;
    }
}
