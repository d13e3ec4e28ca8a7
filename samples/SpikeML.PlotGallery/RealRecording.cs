using SpikeML.Events;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>Pictures of a recording of N-MNIST (34 x 34 pixels, three saccades), which is not part of the sources.</summary>
internal static class RealRecording
{
    private const int Side = EventFrames.Side, Frames = 6, WidthOfFrame = 140, StepsOfAnimation = 100, Tick = 1000;

    /// <param name="folder">The folder of the pictures.</param>
    /// <param name="path">The recording.</param>
    public static void Draw(string folder, string path)
    {
        using EventReader reader = EventReader.Open(path, new() { Width = Side, Height = Side });
        AddressEvent[] events = [.. reader.Read()];
        Picture.SaveAll(folder, look =>
            [("events-raster", Raster(look, events)), ("events-frames", InFrames(look, events)),
                ("events-space-time", SpaceTime(look, events))]);
        EventBinning.ByBinCount(events, Side, Side, StepsOfAnimation, new() { Value = EventValue.PolaritySum })
            .SaveAnimation(Path.Combine(folder, "events.gif"));
    }

    private static PlotFigure Raster(Look look, AddressEvent[] events)
    {
        long first = events[0].Timestamp;
        return EventFrames.ByColumn(look, events, $"{events.Length:N0} events of a handwritten digit", first, Tick,
            (int)((events[^1].Timestamp - first) / Tick) + 1, 3);
    }

    private static GridFigure InFrames(Look look, AddressEvent[] events)
    {
        SpikeTrain train = EventBinning.ByBinCount(events, Side, Side, Frames);
        long duration = events[^1].Timestamp - events[0].Timestamp + 1;
        return SpikePlot.Grid([.. Enumerable.Range(0, Frames).Select(frame => look.MeanImage(
            $"{frame * duration / Frames / 1000} to {(frame + 1) * duration / Frames / 1000} ms", Both(train, frame),
            WidthOfFrame, WidthOfFrame + 25, new() { Maximum = 5, Colors = ColorMap.Viridis }))],
            new() { Columns = look.Columns(Frames, WidthOfFrame), Theme = look.Theme });
    }

    /// <summary>The events of both polarities in one bin.</summary>
    private static SpikeTrain Both(SpikeTrain train, int frame) => SpikeTrain.FromEvents(
        train.Where(spike => spike.Step == frame).GroupBy(spike => spike.Neuron % (Side * Side))
            .Select(pixel => new SpikeEvent(0, pixel.Key, pixel.Sum(spike => spike.Value))), 1, Side, Side);

    private static PlotFigure SpaceTime(Look look, AddressEvent[] events) => SpikePlot.SpaceTime(
        EventBinning.ByTimeWindow(events, Side, Side, Tick), new()
        {
            SecondsPerStep = Tick * 1e-6,
            Width = look.Width,
            Theme = look.Theme,
        });
}
