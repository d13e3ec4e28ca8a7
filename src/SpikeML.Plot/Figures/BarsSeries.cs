using OxyPlot;
using OxyPlot.Series;

namespace SpikeML.Plot;

/// <summary>Vertical or horizontal bars on linear axes.</summary>
internal sealed class BarsSeries : XYAxisSeries
{
    private const double TextDistance = 5;

    public required IReadOnlyList<Bar> Bars { get; init; }

    public override void Render(IRenderContext rc)
    {
        foreach (Bar bar in Bars)
        {
            ScreenPoint from = new(XAxis.Transform(bar.X0), YAxis.Transform(bar.Y0)),
                to = new(XAxis.Transform(bar.X1), YAxis.Transform(bar.Y1));
            OxyRect rectangle = new(from, to);
            if (rectangle is { Width: > 0, Height: > 0 })
                rc.DrawRectangle(rectangle, bar.Color, OxyColors.Undefined, 0, EdgeRenderingMode.PreferSharpness);
            if (bar.Text is not null)
                rc.DrawText(new ScreenPoint(rectangle.Right + TextDistance, rectangle.Center.Y), bar.Text,
                    PlotModel.TextColor, fontSize: FigureStyle.TickSize, verticalAlignment: VerticalAlignment.Middle);
        }
    }

    // The figure sets the ranges of its axes.
    protected override void UpdateAxisMaxMin()
    {
    }
}
