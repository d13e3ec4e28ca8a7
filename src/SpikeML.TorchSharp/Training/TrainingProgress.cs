using System.Globalization;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>
/// Counts the rows that training has read: for the log, every ten seconds, for whoever asks ML.NET for the progress, and for the
/// time left.
/// </summary>
/// <param name="log">Where lines go.</param>
/// <param name="epochs">The number of epochs.</param>
/// <param name="rows">The number of rows of an epoch, with those that are held out.</param>
/// <param name="mayStopEarly">Whether there may be fewer epochs.</param>
/// <param name="clock">The clock.</param>
internal sealed class TrainingProgress(IChannel log, int epochs, long rows, bool mayStopEarly, TimeProvider clock)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);
    private readonly long _start = clock.GetTimestamp();
    private long _epochStart, _lastLine = clock.GetTimestamp(), _done;
    private int _epoch;

    /// <summary>The time that the rest takes if it is as fast as what is done, or zero after the last epoch.</summary>
    public TimeSpan TimeLeft
    {
        get
        {
            double all = (double)epochs * rows, done = (double)_epoch * rows + _done;
            return done > 0 ? clock.GetElapsedTime(_start) * ((all - done) / done) : TimeSpan.Zero;
        }
    }

    /// <summary>The time left in words, such as "2 min 5 s left", or "at most" that if training may stop early.</summary>
    public string TimeLeftText => (mayStopEarly ? "at most " : "") + Text(TimeLeft) + " left";

    /// <summary>Begins an epoch, counted from 0.</summary>
    public void Begin(int epoch)
    {
        (_epoch, _done) = (epoch, 0);
        _epochStart = clock.GetTimestamp();
    }

    /// <summary>Adds the rows of a batch.</summary>
    public void Add(int count)
    {
        _done += count;
        if (clock.GetElapsedTime(_lastLine) < Pace || _done == rows)
            return;
        _lastLine = clock.GetTimestamp();
        double perSecond = _done / clock.GetElapsedTime(_epochStart).TotalSeconds;
        log.Info(string.Create(CultureInfo.InvariantCulture,
            $"Epoch {_epoch + 1} of {epochs}: {_done:N0} of {rows:N0} rows, {perSecond:N0} rows/s, {TimeLeftText}"));
    }

    /// <summary>Ends the epoch.</summary>
    public void End()
    {
        (_epoch, _done) = (_epoch + 1, 0);
        _lastLine = clock.GetTimestamp();
    }

    /// <summary>Sets the two units of the progress: epochs, and rows of the epoch.</summary>
    public void Fill(IProgressEntry entry)
    {
        entry.SetProgress(0, _epoch, epochs);
        entry.SetProgress(1, _done, rows);
    }

    private static string Text(TimeSpan time)
    {
        long seconds = (long)Math.Ceiling(time.TotalSeconds);
        return seconds < 60 ? $"{seconds} s" : seconds < 3600 ? $"{seconds / 60} min {seconds % 60} s"
            : $"{seconds / 3600} h {seconds / 60 % 60} min";
    }
}
