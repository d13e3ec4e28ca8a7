using OxyPlot;
using SpikeML.Plot.Fonts;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot.Tests.Layout;

/// <summary>Lays a figure out and keeps where its texts and marks lie.</summary>
internal sealed class LayoutProbe : ClippingRenderContext, IMarkCanvas
{
    private LayoutProbe()
    {
    }

    public List<(string Text, OxyRect Box)> Texts { get; } = [];

    public List<SpikeMarks> Marks { get; } = [];

    public List<(OxyRect Box, OxyColor Color)> Rectangles { get; } = [];

    public List<(OxyRect Box, OxyColor Color)> Discs { get; } = [];

    public static LayoutProbe Of(Figure figure)
    {
        LayoutProbe probe = new();
        figure.Draw(probe, new OxyRect(0, 0, figure.Width, figure.Height));
        return probe;
    }

    /// <summary>Fails where a text leaves the picture or touches another.</summary>
    public static LayoutProbe AssertLegible(Figure figure)
    {
        LayoutProbe probe = Of(figure);
        Assert.NotEmpty(probe.Texts);
        foreach ((string text, OxyRect box) in probe.Texts)
            Assert.True(box.Left >= 0 && box.Top >= 0 && box.Right <= figure.Width && box.Bottom <= figure.Height,
                $"'{text}' leaves the picture of {figure.Width} x {figure.Height}: {box}");
        for (int i = 0; i < probe.Texts.Count; i++)
        {
            for (int j = 0; j < i; j++)
                Assert.False(Touch(probe.Texts[i].Box, probe.Texts[j].Box),
                    $"'{probe.Texts[j].Text}' at {probe.Texts[j].Box} touches '{probe.Texts[i].Text}' at {probe.Texts[i].Box}");
        }
        return probe;
    }

    public override OxySize MeasureText(string text, string? fontFamily, double fontSize, double fontWeight) =>
        TextBlock.Measure(text, fontSize, fontWeight);

    public override void DrawText(ScreenPoint p, string text, OxyColor fill, string? fontFamily, double fontSize,
        double fontWeight, double rotation, HorizontalAlignment horizontalAlignment, VerticalAlignment verticalAlignment,
        OxySize? maxSize)
    {
        if (string.IsNullOrEmpty(text))
            return;
        OxySize size = TextBlock.Measure(text, fontSize, fontWeight);
        double left = -size.Width * (1 + (int)horizontalAlignment) / 2, top = -size.Height * (1 + (int)verticalAlignment) / 2;
        double sin = Math.Sin(rotation * Math.PI / 180), cos = Math.Cos(rotation * Math.PI / 180);
        ScreenPoint[] corners = [.. new[] { (left, top), (left + size.Width, top), (left, top + size.Height),
            (left + size.Width, top + size.Height) }
            .Select(corner => new ScreenPoint(p.X + corner.Item1 * cos - corner.Item2 * sin,
                p.Y + corner.Item1 * sin + corner.Item2 * cos))];
        (double x, double y) = (corners.Min(corner => corner.X), corners.Min(corner => corner.Y));
        Texts.Add((text, new OxyRect(x, y, corners.Max(corner => corner.X) - x, corners.Max(corner => corner.Y) - y)));
    }

    public override void DrawRectangle(OxyRect rect, OxyColor fill, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode) => Rectangles.Add((rect, fill));

    public override void DrawEllipse(OxyRect extents, OxyColor fill, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode) => Discs.Add((extents, fill));

    public override void DrawLine(IList<ScreenPoint> points, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode, double[]? dashArray, LineJoin lineJoin)
    {
    }

    public override void DrawPolygon(IList<ScreenPoint> points, OxyColor fill, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode, double[]? dashArray, LineJoin lineJoin)
    {
    }

    public override void DrawImage(OxyImage source, double srcX, double srcY, double srcWidth, double srcHeight, double destX,
        double destY, double destWidth, double destHeight, double opacity, bool interpolate)
    {
    }

    public void DrawMarks(SpikeMarks marks, OxyRect area) => Marks.Add(marks);

    protected override void SetClip(OxyRect clippingRectangle)
    {
    }

    protected override void ResetClip()
    {
    }

    // The leading above and below letters may overlap a little.
    private static bool Touch(OxyRect a, OxyRect b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top + 2 < b.Bottom - 2 && b.Top + 2 < a.Bottom - 2;
}
