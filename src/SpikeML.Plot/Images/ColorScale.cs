using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>The colour scale next to an image.</summary>
internal static class ColorScale
{
    private const double Distance = 12;

    public static LinearColorAxis New(ColorMap colors, double maximum, string label)
    {
        LinearColorAxis axis = new()
        {
            Palette = colors.ToPalette(),
            Minimum = 0,
            Maximum = maximum,
            IntervalLength = 40,
        };
        FigureTheme.Style(axis, AxisPosition.Right, label);
        axis.AxisDistance = Distance;
        axis.LabelFormatter = value => TickLabel.ToStep(value, axis.ActualMajorStep);
        return axis;
    }
}
