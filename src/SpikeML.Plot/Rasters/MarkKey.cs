using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>An entry of the legend: a mark as the figure draws it, and its name. It draws nothing else.</summary>
internal sealed class MarkKey : Series
{
    private const double Radius = 4, BarWidth = 3, BarLength = 11, SquareSide = 7;

    private readonly Func<KeyMark> _mark;
    private readonly OxyColor _color;

    /// <param name="title">The name.</param>
    /// <param name="color">The colour of the mark.</param>
    /// <param name="mark">Finds the mark; it may depend on the layout.</param>
    public MarkKey(string title, OxyColor color, Func<KeyMark> mark)
    {
        Title = title;
        (_color, _mark) = (color, mark);
    }

    private MarkKey(string title, OxyColor color, RasterSeries raster)
        : this(title, color, () => raster.Marks().Shape.IsRound ? KeyMark.Point : KeyMark.Bar)
    {
    }

    public override void Render(IRenderContext rc)
    {
    }

    public override void RenderLegend(IRenderContext rc, OxyRect legendBox)
    {
        (double x, double y) = (legendBox.Center.X, legendBox.Center.Y);
        switch (_mark())
        {
            case KeyMark.Point:
                rc.DrawEllipse(new OxyRect(x - Radius, y - Radius, 2 * Radius, 2 * Radius), _color, OxyColors.Undefined, 0,
                    EdgeRenderingMode.PreferGeometricAccuracy);
                break;
            case KeyMark.Bar:
                Rectangle(new OxyRect(Math.Floor(x) - (BarWidth - 1) / 2, y - BarLength / 2, BarWidth, BarLength));
                break;
            default:
                Rectangle(new OxyRect(x - SquareSide / 2, y - SquareSide / 2, SquareSide, SquareSide));
                break;
        }

        void Rectangle(OxyRect mark) =>
            rc.DrawRectangle(mark, _color, OxyColors.Undefined, 0, EdgeRenderingMode.PreferSharpness);
    }

    /// <summary>
    /// Entries that distinguish on-spikes from off-spikes, and graded spikes from each other, if a figure has both.
    /// </summary>
    /// <param name="rasters">The rasters of the figure.</param>
    /// <param name="onColor">The colour of on-spikes, or null if they are identified by their groups.</param>
    public static IEnumerable<MarkKey> Of(IReadOnlyList<RasterSeries> rasters, OxyColor? onColor)
    {
        bool hasOn = rasters.Any(raster => raster.Counts.On > 0);
        if (rasters.Any(raster => raster.Counts.Off > 0))
        {
            if (onColor is { } color && hasOn)
                yield return new MarkKey("On-spikes", color, rasters[0]);
            yield return new MarkKey("Off-spikes", rasters[0].OffColor, rasters[0]);
        }
        if (rasters[0].Shades is not { } shades)
            yield break;
        OxyColor full = hasOn ? rasters[0].OnColor : rasters[0].OffColor;
        foreach (int level in new[] { 0, (MarkShades.Levels - 1) / 2, MarkShades.Levels - 1 })
        {
            double value = shades.Largest * Math.Max(level, 0.5) / (MarkShades.Levels - 1);
            OxyColor shade = OxyColor.FromAColor((byte)Math.Round(full.A * MarkShades.OpacityOf(level)), full);
            yield return new MarkKey((level == 0 ? "≤ " : "") + Short(value), shade, rasters[0]);
        }
    }

    protected override bool AreAxesRequired() => false;

    protected override void EnsureAxes()
    {
    }

    protected override bool IsUsing(Axis axis) => false;

    protected override void SetDefaultValues()
    {
    }

    protected override void UpdateAxisMaxMin()
    {
    }

    protected override void UpdateData()
    {
    }

    protected override void UpdateMaxMin()
    {
    }

    // Two digits.
    private static string Short(double value)
    {
        double step = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return TickLabel.ToStep(Math.Round(value / step) * step, step);
    }
}
