using System.Xml;
using OxyPlot;
using SkiaSharp;
using SpikeML.Plot.Export;
using SpikeML.Plot.Png;

namespace SpikeML.Plot.Rendering;

/// <summary>
/// Makes the first picture of a process appear sooner. Most of its time is spent on loading and compiling, so what draws and
/// encodes is compiled on another core while the figure is laid out.
/// </summary>
internal static class HeadStart
{
    private const int Size = 64, NumSteps = 100, Neurons = 40;

    private static int _hasBegun;

    /// <summary>Begins when first called, and returns at once. Errors are left to the figure, which meets them too.</summary>
    /// <param name="format">The format of the picture, if it is known.</param>
    public static void Begin(FileFormat format = FileFormat.Png)
    {
        if (Environment.ProcessorCount > 1 && format != FileFormat.Csv && Interlocked.Exchange(ref _hasBegun, 1) == 0)
            _ = Task.Run(() => DrawAnything(format));
    }

    private static void DrawAnything(FileFormat format)
    {
        if (format == FileFormat.Svg)
            DrawText();
        else
            DrawPixels();
    }

    private static void DrawText()
    {
        using XmlWriter writer = XmlWriter.Create(TextWriter.Null);
        OxyRect area = new(0, 0, Size, Size);
        writer.WriteStartElement("svg");
        Draw(new SvgContext(writer, area), area);
        writer.WriteEndElement();
    }

    private static void DrawPixels()
    {
        using SKBitmap bitmap = new(new SKImageInfo(Size, Size, SKColorType.Bgra8888, SKAlphaType.Premul));
        using SKCanvas canvas = new(bitmap);
        using PixelContext context = new(canvas, 1);
        Draw(context, new OxyRect(0, 0, Size, Size));
        using SKPixmap pixels = bitmap.PeekPixels();
        PngImage.Encode(pixels);
    }

    // The layout needs text first, and marks last.
    private static void Draw<T>(T target, OxyRect area)
        where T : IRenderContext, IMarkCanvas
    {
        target.DrawText(area.Center, "0", OxyColors.Black, null, FigureStyle.TickSize, FontWeights.Normal);
        target.DrawMarks(Marks(), area);
        target.DrawRectangle(area, OxyColors.White, OxyColors.Undefined, 0, EdgeRenderingMode.Adaptive);
        target.DrawLineSegments([area.TopLeft, area.BottomRight], OxyColors.Black, 1, EdgeRenderingMode.PreferSharpness, null,
            LineJoin.Miter);
    }

    // As many spikes as make the runtime replace loops by optimized code while they run.
    private static SpikeMarks Marks()
    {
        SpikeEvent[] spikes = new SpikeEvent[NumSteps * Neurons];
        for (int i = 0; i < spikes.Length; i++)
            spikes[i] = new SpikeEvent(i / Neurons, i % Neurons, 1);
        SpikeTrain train = SpikeTrain.FromEvents(spikes, NumSteps, Neurons);
        NeuronRows rows = NeuronRows.All(train);
        const double Pitch = (double)Size / NumSteps;
        return new SpikeMarks(train, rows)
        {
            Origin = new ScreenPoint(0, Size),
            StepWidth = Pitch,
            RowHeight = Pitch,
            Shape = MarkShape.Point(MarkCrowd.Diameter(train.AsSpan(), rows, Pitch, Pitch)),
            ShowsDensity = false,
            OnColor = OxyColors.Black,
            OffColor = OxyColors.Gray,
        };
    }
}
