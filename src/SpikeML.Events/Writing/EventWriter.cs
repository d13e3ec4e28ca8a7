using System.Globalization;
using System.Text;

namespace SpikeML.Events;

/// <summary>
/// Writes recordings as N-MNIST, DAT, NumPy or text. Files are written under a temporary name and renamed, so they are
/// complete or not there.
/// </summary>
public static class EventWriter
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The file, which is replaced if it exists.</param>
    /// <param name="events">The events, which are read once.</param>
    /// <param name="format">
    /// <see cref="EventFormat.NMnist"/>, <see cref="EventFormat.Dat"/>, <see cref="EventFormat.Npy"/> (a structured array like
    /// Tonic's) or <see cref="EventFormat.Text"/> (the header <c>x,y,t,p</c>, then a line for each event).
    /// </param>
    /// <param name="width">The sensor's width in pixels, which only DAT keeps; null to leave it out.</param>
    /// <param name="height">The sensor's height in pixels, which only DAT keeps; null to leave it out.</param>
    /// <exception cref="ArgumentException">
    /// The format cannot hold an event, an event is outside the sensor that is given, or the format is not one of these.
    /// </exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(
        string path, IEnumerable<AddressEvent> events, EventFormat format, int? width = null, int? height = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Action<Stream> write = Writer(events, format, width, height);
        FileReplacement.Write(path, write);
    }

    /// <summary>Writes to a stream, from its current position.</summary>
    /// <param name="stream">Receives the content; for <see cref="EventFormat.Npy"/> it must be able to seek.</param>
    /// <param name="events">The events, which are read once.</param>
    /// <param name="format">See <c>Write(path, events, format)</c>.</param>
    /// <param name="width">The sensor's width in pixels, which only DAT keeps; null to leave it out.</param>
    /// <param name="height">The sensor's height in pixels, which only DAT keeps; null to leave it out.</param>
    /// <exception cref="ArgumentException">
    /// The format cannot hold an event, an event is outside the sensor that is given, or the format is not one of these.
    /// </exception>
    public static void Write(
        Stream stream, IEnumerable<AddressEvent> events, EventFormat format, int? width = null, int? height = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Writer(events, format, width, height)(stream);
    }

    private static Action<Stream> Writer(IEnumerable<AddressEvent> events, EventFormat format, int? width, int? height)
    {
        ArgumentNullException.ThrowIfNull(events);
        CheckSize(width, nameof(width));
        CheckSize(height, nameof(height));
        if (width is not null || height is not null)
            events = Inside(events, width, height);
        return format switch
        {
            EventFormat.NMnist => stream => NMnistFile.Write(stream, events as AddressEvent[] ?? [.. events]),
            EventFormat.Dat => stream => DatWriter.Write(stream, events, width, height),
            EventFormat.Npy => stream => NpyEventWriter.Write(stream, events),
            EventFormat.Text => stream => WriteText(stream, events),
            _ => throw new ArgumentException($"{format} cannot be written. Write {nameof(EventFormat.NMnist)}, "
                + $"{nameof(EventFormat.Dat)}, {nameof(EventFormat.Npy)} or {nameof(EventFormat.Text)}.", nameof(format)),
        };
    }

    private static void WriteText(Stream stream, IEnumerable<AddressEvent> events)
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        EventCsv.Write(writer, []);
        long index = 0;
        foreach (AddressEvent own in events)
        {
            if (own is not { X: >= 0, Y: >= 0 })
                throw new ArgumentException($"Event {index}, {own}, cannot be written: x and y must be at least 0.",
                    nameof(events));
            EventCsv.WriteLine(writer, own);
            index++;
        }
    }

    /// <summary>Gives the events out while they are inside the sensor.</summary>
    private static IEnumerable<AddressEvent> Inside(IEnumerable<AddressEvent> events, int? width, int? height)
    {
        long index = 0;
        foreach (AddressEvent own in events)
        {
            if (own.X >= width || own.Y >= height)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Event {index}, {own}, is outside the sensor: {(own.X >= width ? $"x must be less than the width, {width}"
                        : $"y must be less than the height, {height}")}."), nameof(events));
            yield return own;
            index++;
        }
    }

    private static void CheckSize(int? size, string name)
    {
        if (size is < 1)
            throw new ArgumentOutOfRangeException(name, size, $"The {name} must be at least 1 pixel, or null.");
    }
}
