using OxyPlot;
using OxyPlot.SkiaSharp;
using SkiaSharp;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot.Export;

/// <summary>Figures as PDF.</summary>
internal static class PdfPicture
{
    private const float PointsPerPixel = 72f / 96;

    public static byte[] Write(Figure figure)
    {
        FigureSize size = figure.Size;
        float points = PointsPerPixel * (float)size.Scale;
        using MemoryStream file = new();
        using (SKDocument document = SKDocument.CreatePdf(file)
            ?? throw new NotSupportedException("This build of Skia cannot write PDF files."))
        {
            SKCanvas canvas = document.BeginPage(size.Width * points, size.Height * points);
            canvas.Scale(points);
            using PixelContext context = new(canvas, 1, RenderTarget.VectorGraphic);
            figure.Draw(context, new OxyRect(0, 0, size.Width, size.Height));
            document.EndPage();
            document.Close();
        }
        return file.ToArray();
    }
}
