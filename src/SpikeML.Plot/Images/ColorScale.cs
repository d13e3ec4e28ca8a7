using OxyPlot;
using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>The colour scale next to an image.</summary>
internal static class ColorScale
{
    private const double Distance = 12;

    /// <summary>Black or white, whichever is readable on a colour.</summary>
    public static OxyColor InkOn(OxyColor ground) =>
        ground.R * 0.299 + ground.G * 0.587 + ground.B * 0.114 < 140 ? OxyColors.White : OxyColor.FromRgb(0x1A, 0x1A, 0x1A);

    /// <param name="colors">The colours.</param>
    /// <param name="minimum">The value of the first colour.</param>
    /// <param name="maximum">The value of the last colour.</param>
    /// <param name="label">The text next to the scale.</param>
    public static LinearColorAxis New(ColorMap colors, double minimum, double maximum, string label)
    {
        LinearColorAxis axis = new()
        {
            Palette = colors.ToPalette(),
            Minimum = minimum,
            Maximum = maximum,
            IntervalLength = 40,
        };
        FigureStyle.Style(axis, AxisPosition.Right, label);
        axis.AxisDistance = Distance;
        axis.LabelFormatter = value => TickLabel.ToStep(value, axis.ActualMajorStep);
        return axis;
    }
}
