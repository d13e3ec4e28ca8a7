using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot;

/// <summary>The appearance shared by all figures: thin dark axes on white, with room for the outermost labels.</summary>
internal static class FigureTheme
{
    public const double TitleSize = 15, LabelSize = 13, TickSize = 12;

    public const double Margin = 10;

    /// <summary>Half of a tick label may extend beyond the end of an axis.</summary>
    private const double MarginRight = 24;

    private const double TitleShare = 0.85;

    public static readonly OxyColor Ink = OxyColor.FromRgb(0x1A, 0x1A, 0x1A);

    public static PlotModel NewModel(string? title, int width) => new()
    {
        Title = string.IsNullOrEmpty(title) ? null : TextWrap.ToWidth(title, width * TitleShare, TitleSize),
        TitleFontSize = TitleSize,
        TitleFontWeight = FontWeights.Normal,
        DefaultFontSize = TickSize,
        TextColor = Ink,
        Background = OxyColors.White,
        PlotAreaBorderColor = Ink,
        PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
        Padding = new OxyThickness(Margin, Margin, MarginRight, Margin),
        Culture = CultureInfo.InvariantCulture,
    };

    public static void Style(Axis axis, AxisPosition position, string? label)
    {
        axis.Position = position;
        axis.Title = string.IsNullOrEmpty(label) ? null : label;
        axis.TitleFontSize = LabelSize;
        axis.AxisTitleDistance = 6;
        axis.TickStyle = TickStyle.Outside;
        axis.MajorTickSize = 5;
        axis.MinorTickSize = 0;
        axis.TicklineColor = Ink;
        axis.AxislineColor = Ink;
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
        LegendSymbolLength = 12,
    };
}
