using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;
using SpikeML.Plot.Fonts;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>The sizes that all figures share, and how a theme's colours are applied.</summary>
internal static class FigureStyle
{
    public const double TitleSize = 15, LabelSize = 13, TickSize = 12;

    public const double Margin = 10;

    /// <summary>The least distance between tick labels, side by side and one above the other.</summary>
    public const double TickGapBeside = 8, TickGapAbove = 3;

    public const int MostTitleLines = 3;

    /// <summary>Half of a tick label may extend beyond the end of an axis.</summary>
    private const double MarginRight = 24;

    private const double TitleShare = 0.85, NameShare = 0.6;

    // What titles and tick labels take of a figure beside an axis, and the least that the axis has left for its own title.
    private const double BesideAxis = 110, AboveAxis = 50, LeastAxis = 80;

    public static PlotModel NewModel(string? title, int width)
    {
        HeadStart.Begin();
        return new PlotModel
        {
            Title = string.IsNullOrEmpty(title) ? null : TextFit.ToWidth(title, width * TitleShare, TitleSize, MostTitleLines),
            TitleFontSize = TitleSize,
            TitleFontWeight = FontWeights.Normal,
            DefaultFontSize = TickSize,
            PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
            Padding = new OxyThickness(Margin, Margin, MarginRight, Margin),
            Culture = CultureInfo.InvariantCulture,
        };
    }

    /// <summary>The width of a tick label.</summary>
    public static double TickWidth(string label) => TextBlock.WidthOf(label, TickSize, FontWeights.Normal);

    public static void Style(Axis axis, AxisPosition position, string? label)
    {
        axis.Position = position;
        axis.Title = string.IsNullOrEmpty(label) ? null : label;
        axis.TitleFontSize = LabelSize;
        axis.AxisTitleDistance = 8;
        axis.TickStyle = TickStyle.Outside;
        axis.MajorTickSize = 5;
        axis.MinorTickSize = 0;
    }

    /// <summary>Gives the model the theme's colours; elements with their own colour keep it.</summary>
    public static void Color(PlotModel model, FigureTheme theme)
    {
        model.Background = theme.Background;
        model.TextColor = model.PlotAreaBorderColor = theme.Ink;
        foreach (Axis axis in model.Axes)
        {
            axis.TicklineColor = axis.AxislineColor = theme.Ink;
            axis.MajorGridlineColor = theme.Grid;
        }
    }

    /// <summary>Shortens titles of axes and names in legends that would leave a figure of this size.</summary>
    public static void Fit(PlotModel model, FigureSize size)
    {
        foreach (Axis axis in model.Axes)
        {
            if (axis.Title is null)
                continue;
            double length = axis.IsHorizontal() ? size.Width - BesideAxis : size.Height - AboveAxis;
            // Axes of tables run downwards, from 1 to 0.
            double own = length * Math.Abs(axis.EndPosition - axis.StartPosition);
            axis.Title = TextFit.ToWidth(axis.Title, Math.Max(LeastAxis, own), LabelSize);
        }
        List<Series> named = [];
        List<string> names = [];
        foreach (Series series in model.Series)
        {
            if (series.Title is null)
                continue;
            named.Add(series);
            names.Add(series.Title);
        }
        string[] fitted = TextFit.AllToWidth(names, size.Width * NameShare, TickSize, mostLines: 1);
        for (int i = 0; i < fitted.Length; i++)
            named[i].Title = fitted[i];
    }

    public static Legend NewLegend() => new()
    {
        LegendPlacement = LegendPlacement.Outside,
        LegendPosition = LegendPosition.TopRight,
        LegendOrientation = LegendOrientation.Horizontal,
        LegendFontSize = TickSize,
        LegendBorderThickness = 0,
        LegendMargin = 0,
        LegendPadding = 2,
        LegendSymbolLength = 16,
    };
}
