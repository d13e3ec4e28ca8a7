using System.Globalization;

namespace SpikeML.Tool.Running;

/// <summary>Progress in words: how much is done, how fast, and how long the rest takes at that speed.</summary>
internal static class ProgressText
{
    public static string Of(long done, long all, string unit, TimeSpan elapsed)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {all:N0} {unit}");
        if (done <= 0 || elapsed <= TimeSpan.Zero)
            return text;
        double speed = done / elapsed.TotalSeconds;
        TimeSpan left = TimeSpan.FromSeconds(Math.Ceiling(Math.Min((all - done) / speed, TimeSpan.MaxValue.TotalSeconds / 2)));
        return string.Create(CultureInfo.InvariantCulture, $"{text}, {speed:N0} {unit}/s, {Clock(left)} left");
    }

    private static string Clock(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");
}
