using OxyPlot;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot.Rendering;

/// <summary>Lays a figure out without drawing it.</summary>
internal class MeasuringContext : ClippingRenderContext, IMarkCanvas
{
    public override OxySize MeasureText(string text, string? fontFamily, double fontSize, double fontWeight) =>
        TextBlock.Measure(text, fontSize, fontWeight);

    public override void DrawLine(IList<ScreenPoint> points, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode, double[]? dashArray, LineJoin lineJoin)
    {
    }

    public override void DrawPolygon(IList<ScreenPoint> points, OxyColor fill, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode, double[]? dashArray, LineJoin lineJoin)
    {
    }

    public override void DrawText(ScreenPoint p, string text, OxyColor fill, string? fontFamily, double fontSize,
        double fontWeight, double rotation, HorizontalAlignment horizontalAlignment, VerticalAlignment verticalAlignment,
        OxySize? maxSize)
    {
    }

    public void DrawMarks(SpikeMarks marks, OxyRect area)
    {
    }

    protected override void SetClip(OxyRect clippingRectangle)
    {
    }

    protected override void ResetClip()
    {
    }
}
