using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace SpikeML.Plot;

/// <summary>A legend entry, a colour and its name, without any content in the plot.</summary>
internal sealed class MarkKey : Series
{
    private const double Radius = 4;

    private readonly OxyColor _color;

    public MarkKey(string title, OxyColor color)
    {
        Title = title;
        _color = color;
    }

    public override void Render(IRenderContext rc)
    {
    }

    public override void RenderLegend(IRenderContext rc, OxyRect legendBox)
    {
        OxyRect disc = new(legendBox.Center.X - Radius, legendBox.Center.Y - Radius, 2 * Radius, 2 * Radius);
        rc.DrawEllipse(disc, _color, OxyColors.Undefined, 0, EdgeRenderingMode.PreferGeometricAccuracy);
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
}
