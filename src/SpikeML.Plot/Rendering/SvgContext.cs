using System.Text;
using System.Xml;
using OxyPlot;
using SkiaSharp;
using SpikeML.Plot.Fonts;
using SpikeML.Plot.Png;

namespace SpikeML.Plot.Rendering;

/// <summary>
/// Writes SVG that is smaller than OxyPlot's own, with a viewBox and with text placed by its baseline, which every viewer
/// understands. Text stays text, so it can be searched, edited and read aloud. It is measured in the label font; the fallback
/// fonts are not wider.
/// </summary>
internal sealed class SvgContext(XmlWriter writer, OxyRect picture) : ClippingRenderContext, IMarkCanvas
{
    /// <summary>The pixels of a density image per pixel of the figure.</summary>
    private const int DensityScale = 2;

    private bool _isClipped;

    public override void DrawLine(IList<ScreenPoint> points, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode,
        double[] dashArray, LineJoin lineJoin) =>
        WritePath(SvgPath.Polyline(points), OxyColors.Undefined, stroke, thickness, edgeRenderingMode, dashArray, lineJoin);

    public override void DrawLineSegments(IList<ScreenPoint> points, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin) =>
        WritePath(SvgPath.Segments(points), OxyColors.Undefined, stroke, thickness, edgeRenderingMode, dashArray, lineJoin);

    public override void DrawPolygon(IList<ScreenPoint> points, OxyColor fill, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin) =>
        WritePath(SvgPath.Polyline(points) + "z", fill, stroke, thickness, edgeRenderingMode, dashArray, lineJoin);

    public override void DrawRectangle(OxyRect rect, OxyColor fill, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode) =>
        WritePath(SvgPath.Rectangle(rect), fill, stroke, thickness, edgeRenderingMode, null, LineJoin.Miter);

    public override void DrawRectangles(IList<OxyRect> rectangles, OxyColor fill, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode) =>
        WritePath(SvgPath.Rectangles(rectangles), fill, stroke, thickness, edgeRenderingMode, null,
            LineJoin.Miter);

    public override void DrawEllipse(OxyRect rect, OxyColor fill, OxyColor stroke, double thickness,
        EdgeRenderingMode edgeRenderingMode) =>
        WritePath(SvgPath.Ellipse(rect), fill, stroke, thickness, edgeRenderingMode, null, LineJoin.Miter);

    public override void DrawText(ScreenPoint p, string text, OxyColor fill, string fontFamily, double fontSize,
        double fontWeight,
        double rotation, HorizontalAlignment horizontalAlignment, VerticalAlignment verticalAlignment, OxySize? maxSize)
    {
        if (string.IsNullOrEmpty(text) || !fill.IsVisible())
            return;
        TextBlock block = TextBlock.Of(SvgText.Valid(text), fontSize);
        double baseline = block.FirstBaseline(verticalAlignment);
        foreach (string line in block.Lines)
        {
            writer.WriteStartElement("text");
            SvgText.WriteAttributes(writer, p, baseline, rotation, fontSize, fontWeight, horizontalAlignment);
            WriteColor("fill", fill);
            writer.WriteString(line);
            writer.WriteEndElement();
            baseline += block.LineHeight;
        }
    }

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) =>
        TextBlock.Measure(text, fontSize, fontWeight);

    public override void DrawImage(OxyImage source, double srcX, double srcY, double srcWidth, double srcHeight, double destX,
        double destY, double destWidth, double destHeight, double opacity, bool interpolate)
    {
        OpenView(new OxyRect(destX, destY, destWidth, destHeight), new OxyRect(srcX, srcY, srcWidth, srcHeight));
        writer.WriteStartElement("image");
        writer.WriteAttributeString("width", SvgNumber.Format(source.Width));
        writer.WriteAttributeString("height", SvgNumber.Format(source.Height));
        writer.WriteAttributeString("opacity", SvgNumber.Format(opacity));
        if (!interpolate)
            writer.WriteAttributeString("image-rendering", "pixelated");
        writer.WriteAttributeString("href", "data:image/png;base64," + Convert.ToBase64String(source.GetData()));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    public void DrawMarks(SpikeMarks marks, OxyRect area)
    {
        if (marks.ShowsDensity)
        {
            DrawDensity(marks, area);
            return;
        }
        SvgMarks lattice = SvgMarks.Of(marks);
        for (int level = 0; level < marks.Levels; level++)
        {
            WriteMarks(lattice.Path(off: false, level), lattice, "on-spikes", marks.OnColor, marks.OpacityOf(level));
            WriteMarks(lattice.Path(off: true, level), lattice, "off-spikes", marks.OffColor, marks.OpacityOf(level));
        }
    }

    // Overlapping paths do not darken, so only pixels can show how many spikes fall on a spot.
    private void DrawDensity(SpikeMarks marks, OxyRect area)
    {
        int left = (int)Math.Floor(area.Left * DensityScale), top = (int)Math.Floor(area.Top * DensityScale);
        int width = (int)Math.Ceiling(area.Right * DensityScale) - left,
            height = (int)Math.Ceiling(area.Bottom * DensityScale) - top;
        using SKBitmap bitmap = SpikeBitmap.Draw(marks, left, top, width, height, DensityScale);
        using SKPixmap pixels = bitmap.PeekPixels();
        DrawImage(new OxyImage(PngImage.Encode(pixels)), 0, 0, width, height, (double)left / DensityScale,
            (double)top / DensityScale, (double)width / DensityScale, (double)height / DensityScale, 1, interpolate: false);
    }

    // A nested view clips its content without an id, so several images can be embedded in one page.
    protected override void SetClip(OxyRect clippingRectangle)
    {
        _isClipped = !clippingRectangle.Equals(picture);
        if (_isClipped)
            OpenView(clippingRectangle, clippingRectangle);
    }

    protected override void ResetClip()
    {
        if (_isClipped)
            writer.WriteEndElement();
    }

    private void OpenView(OxyRect place, OxyRect content)
    {
        writer.WriteStartElement("svg");
        writer.WriteAttributeString("x", SvgNumber.Format(place.Left));
        writer.WriteAttributeString("y", SvgNumber.Format(place.Top));
        writer.WriteAttributeString("width", SvgNumber.Format(place.Width));
        writer.WriteAttributeString("height", SvgNumber.Format(place.Height));
        writer.WriteAttributeString("viewBox", SvgNumber.Format(content.Left, content.Top, content.Width, content.Height));
        writer.WriteAttributeString("preserveAspectRatio", "none");
    }

    private void WriteMarks(StringBuilder? path, SvgMarks marks, string name, OxyColor color, double opacity)
    {
        if (path is null)
            return;
        writer.WriteStartElement("path");
        writer.WriteAttributeString("class", name);
        writer.WriteAttributeString("transform", marks.Transform);
        writer.WriteAttributeString("fill", "none");
        WriteColor("stroke", OxyColor.FromAColor((byte)Math.Round(color.A * opacity), color));
        writer.WriteAttributeString("stroke-width", SvgNumber.Format(marks.StrokeWidth));
        if (marks.IsRound)
            writer.WriteAttributeString("stroke-linecap", "round");
        writer.WriteStartAttribute("d");
        foreach (ReadOnlyMemory<char> part in path.GetChunks())
            writer.WriteString(part.ToString());
        writer.WriteEndAttribute();
        writer.WriteEndElement();
    }

    private void WritePath(string path, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode mode,
        double[]? dashes,
        LineJoin join)
    {
        bool isStroked = stroke.IsVisible() && thickness > 0;
        if (path.Length == 0 || (!isStroked && !fill.IsVisible()))
            return;
        writer.WriteStartElement("path");
        WriteColor("fill", fill);
        if (isStroked)
            WriteStroke(stroke, thickness, dashes, join);
        if (mode is EdgeRenderingMode.PreferSharpness)
            writer.WriteAttributeString("shape-rendering", "crispEdges");
        writer.WriteAttributeString("d", path);
        writer.WriteEndElement();
    }

    private void WriteStroke(OxyColor stroke, double thickness, double[]? dashes, LineJoin join)
    {
        WriteColor("stroke", stroke);
        writer.WriteAttributeString("stroke-width", SvgNumber.Format(thickness));
        if (join != LineJoin.Miter)
            writer.WriteAttributeString("stroke-linejoin", join == LineJoin.Round ? "round" : "bevel");
        if (dashes is { Length: > 0 })
            writer.WriteAttributeString("stroke-dasharray", SvgNumber.Format([.. dashes.Select(dash => dash * thickness)]));
    }

    private void WriteColor(string attribute, OxyColor color)
    {
        writer.WriteAttributeString(attribute, color.IsVisible() ? $"#{color.R:x2}{color.G:x2}{color.B:x2}" : "none");
        if (color.IsVisible() && color.A < byte.MaxValue)
            writer.WriteAttributeString(attribute + "-opacity", SvgNumber.Format(color.A / 255.0));
    }
}
