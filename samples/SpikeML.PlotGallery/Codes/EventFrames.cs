using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of events: those of a disc that crosses a sensor, and the frames that they are binned into.</summary>
internal static class EventFrames
{
    public const int Side = 34;

    private const int Frames = 4, WidthOfFrame = 215;
    private const int Microseconds = 40_000, Tick = 500;
    private const double Radius = 6;

    public static Figure All(Look look)
    {
        AddressEvent[] events = [.. Disc()];
        SpikeTrain frames = EventBinning.ByTimeWindow(events, Side, Side, Microseconds / Frames);
        string title = $"{events.Length:N0} events of a disc that moves to the right";
        return SpikePlot.Grid([ByColumn(look, events, title, 0, Tick, Microseconds / Tick, 4),
            SpikePlot.Grid([.. Enumerable.Range(0, Frames).Select(frame => Frame(look, frames, frame))],
                new() { Columns = look.Columns(Frames, WidthOfFrame), Theme = look.Theme })],
            new() { Columns = 1, Theme = look.Theme });
    }

    /// <summary>Events by the sensor's column: the last one where several fall on a mark.</summary>
    /// <param name="look">The look.</param>
    /// <param name="events">The events of a sensor of this size.</param>
    /// <param name="title">The title.</param>
    /// <param name="start">The time of the first step, in microseconds.</param>
    /// <param name="tick">The duration of a step, in microseconds.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="markSize">The size of a mark, in pixels.</param>
    public static PlotFigure ByColumn(
        Look look, AddressEvent[] events, string title, long start, int tick, int steps, double markSize)
    {
        IEnumerable<SpikeEvent> marks = events.GroupBy(own => ((int)((own.Timestamp - start) / tick), own.X))
            .Select(group => new SpikeEvent(group.Key.Item1, group.Key.X, group.Last().Polarity == 1 ? 1 : -1));
        return SpikePlot.Raster(SpikeTrain.FromEvents(marks, steps, Side), new()
        {
            Title = title,
            SecondsPerStep = tick * 1e-6,
            Width = look.PictureWidth,
            Height = 260,
            YLabel = "Column of the sensor",
            Theme = look.Theme,
            MarkSize = markSize,
        });
    }

    private static GridFigure Frame(Look look, SpikeTrain frames, int frame) => SpikePlot.Grid(
        [Polarity(look, "off", frames, frame, 0), Polarity(look, "on", frames, frame, 1)],
            new() { Columns = 2, Theme = look.Theme, Title = $"{frame * 10} to {frame * 10 + 10} ms" });

    private static PlotFigure Polarity(Look look, string name, SpikeTrain frames, int frame, int polarity)
    {
        IEnumerable<SpikeEvent> own = frames.Where(spike => spike.Step == frame && spike.Neuron / (Side * Side) == polarity)
            .Select(spike => new SpikeEvent(0, spike.Neuron % (Side * Side), spike.Value));
        return look.MeanImage(name, SpikeTrain.FromEvents(own, 1, Side, Side), WidthOfFrame / 2, 130,
            new() { Maximum = 2, Colors = ColorMap.Viridis });
    }

    /// <summary>A pixel that the disc reaches gives an on-event, one that it leaves an off-event.</summary>
    private static IEnumerable<AddressEvent> Disc()
    {
        bool[,] covered = new bool[Side, Side];
        for (int time = 0; time < Microseconds; time += Tick / 2)
        {
            double x = -Radius + (Side + 2 * Radius) * time / Microseconds,
                y = Side / 2.0 + 6 * Math.Sin(2 * Math.PI * time / Microseconds);
            for (int pixel = 0; pixel < Side * Side; pixel++)
            {
                (int row, int column) = Math.DivRem(pixel, Side);
                bool covers = Math.Pow(column - x, 2) + Math.Pow(row - y, 2) < Radius * Radius;
                if (covers == covered[row, column])
                    continue;
                covered[row, column] = covers;
                yield return new AddressEvent(column, row, time, covers ? 1 : 0);
            }
        }
    }
}
