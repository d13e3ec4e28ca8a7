using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of events: those of a disc that crosses a sensor, and the frames that they are binned into.</summary>
internal static class EventFrames
{
    private const int Side = 34, Frames = 4;
    private const int Microseconds = 40_000, Tick = 500;
    private const double Radius = 6;

    public static Figure All(double scale)
    {
        AddressEvent[] events = [.. Disc()];
        SpikeTrain frames = EventBinning.ByTimeWindow(events, Side, Side, Microseconds / Frames);
        return SpikePlot.Grid([Columns(events),
            SpikePlot.Grid([.. Enumerable.Range(0, Frames).Select(frame => Frame(frames, frame))], new() { Columns = Frames })],
            new() { Columns = 1, Scale = scale });
    }

    /// <summary>The events by the sensor's column: the last one where several fall on a mark.</summary>
    private static PlotFigure Columns(AddressEvent[] events)
    {
        IEnumerable<SpikeEvent> marks = events.GroupBy(e => ((int)(e.Timestamp / Tick), e.X))
            .Select(group => new SpikeEvent(group.Key.Item1, group.Key.X, group.Last().Polarity == 1 ? 1 : -1));
        return SpikePlot.Raster(SpikeTrain.FromEvents(marks, Microseconds / Tick, Side), new()
        {
            Title = $"{events.Length:N0} events of a disc that moves to the right",
            SecondsPerStep = Tick * 1e-6,
            Width = Panel.PictureWidth,
            Height = 260,
            YLabel = "Column of the sensor",
            MarkSize = 4,
        });
    }

    private static GridFigure Frame(SpikeTrain frames, int frame) => SpikePlot.Grid(
        [Polarity("off", frames, frame, 0), Polarity("on", frames, frame, 1)],
            new() { Columns = 2, Title = $"{frame * 10} to {frame * 10 + 10} ms" });

    private static PlotFigure Polarity(string name, SpikeTrain frames, int frame, int polarity)
    {
        IEnumerable<SpikeEvent> own = frames.Where(spike => spike.Step == frame && spike.Neuron / (Side * Side) == polarity)
            .Select(spike => new SpikeEvent(0, spike.Neuron % (Side * Side), spike.Value));
        return Panel.MeanImage(name, SpikeTrain.FromEvents(own, 1, Side, Side), Panel.PictureWidth / Frames / 2, 130,
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
