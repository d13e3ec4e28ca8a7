using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot;

/// <summary>The sizes that all figures share, and how a theme's colours are applied.</summary>
internal static class FigureStyle
{
    public const double TitleSize = 15, LabelSize = 13, TickSize = 12;

    public const double Margin = 10;

    /// <summary>Half of a tick label may extend beyond the end of an axis.</summary>
    private const double MarginRight = 24;

    private const double TitleShare = 0.85;

    public static PlotModel NewModel(string? title, int width) => new()
    {
        Title = string.IsNullOrEmpty(title) ? null : TextWrap.ToWidth(title, width * TitleShare, TitleSize),
        TitleFontSize = TitleSize,
        TitleFontWeight = FontWeights.Normal,
        DefaultFontSize = TickSize,
        PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
        Padding = new OxyThickness(Margin, Margin, MarginRight, Margin),
        Culture = CultureInfo.InvariantCulture,
    };

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
