using System.Xml;
using OxyPlot;
using OxyPlot.Axes;
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
    private const int Size = 160, NumSteps = 125, Neurons = 125;

    private static int _hasBegun;

    /// <summary>Begins when first called, and returns at once. Errors are left to the figure, which meets them too.</summary>
    /// <param name="format">The format of the picture, if it is known.</param>
    public static void Begin(FileFormat format = FileFormat.Png)
    {
        if (Environment.ProcessorCount > 1 && format != FileFormat.Csv && Interlocked.Exchange(ref _hasBegun, 1) == 0)
            _ = Task.Run(() => DrawAnything(format));
    }

    // In the order in which the figure meets it. The figure itself loads the font meanwhile, for which both would wait.
    private static void DrawAnything(FileFormat format)
    {
        LayOutAxes();
        SpikeMarks marks = Marks();
        if (format == FileFormat.Svg)
            DrawText(marks);
        else
            DrawPixels(marks);
    }

    private static void LayOutAxes()
    {
        PlotModel model = new() { Background = OxyColors.White };
        foreach (AxisPosition position in new[] { AxisPosition.Bottom, AxisPosition.Left })
        {
            LinearAxis axis = new() { Maximum = Neurons, MajorGridlineStyle = LineStyle.Solid };
            FigureStyle.Style(axis, position, "0");
            model.Axes.Add(axis);
        }
        IPlotModel plot = model;
        plot.Update(true);
        plot.Render(new ContextWithoutFont(), new OxyRect(0, 0, 8 * Size, 8 * Size));
    }

    private static void DrawText(SpikeMarks marks)
    {
        using XmlWriter writer = XmlWriter.Create(TextWriter.Null);
        OxyRect area = new(0, 0, Size, Size);
        writer.WriteStartElement("svg");
        new SvgContext(writer, area).DrawMarks(marks, area);
        writer.WriteEndElement();
    }

    private static void DrawPixels(SpikeMarks marks)
    {
        using SKBitmap bitmap = SpikeBitmap.Draw(marks, 0, 0, Size, Size, 1);
        using SKPixmap pixels = bitmap.PeekPixels();
        PngImage.Encode(pixels);
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

    private sealed class ContextWithoutFont : MeasuringContext
    {
        public override OxySize MeasureText(string text, string? fontFamily, double fontSize, double fontWeight) =>
            new(fontSize, fontSize);
    }
}
