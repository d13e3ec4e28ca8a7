using SpikeML.Events;

namespace SpikeML.Tool.Recordings;

/// <summary>What is in a recording, as lines of text.</summary>
internal static class RecordingDescription
{
    private const int BatchLength = 4096;

    public static IEnumerable<string> Lines(string path, CancellationToken cancellation)
    {
        using EventReader reader = EventReader.Open(path);
        yield return $"recording: {reader.Format}{(reader.Details is { } details ? $", {details}" : "")}";
        if (reader.RecordingCount > 1)
            yield return FormattableString.Invariant($"recordings: {reader.RecordingCount:N0}; what follows is of the first");
        yield return reader is { Width: { } width, Height: { } height } ? $"sensor: {width} x {height} pixels"
            : "sensor: the file does not say how large it is";
        AddressEvent[] batch = new AddressEvent[BatchLength];
        (long first, long last, long on, int x, int y) = (long.MaxValue, long.MinValue, 0, 0, 0);
        for (int count; (count = reader.ReadInto(batch)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (AddressEvent own in batch.AsSpan(0, count))
                (first, last, on, x, y) = (Math.Min(first, own.Timestamp), Math.Max(last, own.Timestamp), on + own.Polarity,
                    Math.Max(x, own.X), Math.Max(y, own.Y));
        }
        yield return FormattableString.Invariant($"events: {reader.EventCount:N0}, {on:N0} of them on");
        if (reader.UntimedCount > 0)
            yield return FormattableString.Invariant($"left out: {reader.UntimedCount:N0} before the first time");
        if (reader.EventCount > 0)
            yield return FormattableString.Invariant(
                $"times: {first} to {last} microseconds, {(last - first) / 1e6:F3} s; largest x {x}, y {y}");
    }
}
