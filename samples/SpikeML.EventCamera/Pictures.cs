using SpikeML.Plot;

namespace SpikeML.EventCamera;

/// <summary>Draws one recording: as a raster of its pixels, in space and time, and as an animation of frames.</summary>
internal static class Pictures
{
    private const int Frames = 60;

    public static void Draw(Recording recording, string folder)
    {
        AddressEvent[] events = EventColumn.FromNumbers(recording.Events);
        SpikeTrain frames = EventBinning.ByBinCount(events, MovingDigits.Side, MovingDigits.Side, Frames, new()
        {
            Start = 0,
            End = MovingDigits.Duration,
            Value = EventValue.PolaritySum,
        });
        double secondsPerStep = MovingDigits.Duration / 1e6 / Frames;
        File.WriteAllText(Path.Combine(folder, "raster.svg"), SpikePlot.Raster(frames, new()
        {
            Title = "Three saccades over a digit",
            SecondsPerStep = secondsPerStep,
        }).ToSvg());
        File.WriteAllText(Path.Combine(folder, "space-time.svg"), SpikePlot.SpaceTime(frames, new()
        {
            Title = "The same in space and time",
            SecondsPerStep = secondsPerStep,
        }).ToSvg());
        SpikePlot.Animate(frames).Save(Path.Combine(folder, "events.gif"));
    }
}
