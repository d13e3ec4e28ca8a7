using System.Globalization;

namespace SpikeML.Events;

/// <summary>Finds events outside the sensor.</summary>
internal sealed class SensorCheck(ByteSource source, int? width, int? height, OutsideEvents outside)
{
    private readonly uint _width = (uint)(width ?? int.MaxValue), _height = (uint)(height ?? int.MaxValue);
    private readonly bool _isNeeded = width is not null || height is not null;
    private long _seen;
    private FormatException? _pending;

    public long DroppedCount { get; private set; }

    /// <summary>Throws the error of an event that came after those that were returned last.</summary>
    /// <exception cref="FormatException">An event was outside the sensor.</exception>
    public void ThrowIfPending()
    {
        if (_pending is not null)
            throw _pending;
    }

    /// <summary>Moves the events inside the sensor to the front.</summary>
    /// <returns>Their number. Where an event outside is an error, those before it are returned first.</returns>
    /// <exception cref="FormatException">An event is outside the sensor.</exception>
    public int Keep(Span<AddressEvent> events)
    {
        int first = _isNeeded ? FirstOutside(events) : events.Length;
        _seen += events.Length;
        if (first == events.Length)
            return first;
        return outside == OutsideEvents.Drop ? DropFrom(first, events) : Stop(first, events);
    }

    private int FirstOutside(ReadOnlySpan<AddressEvent> events)
    {
        if (SensorSize.AreInside(events, _height, _width))
            return events.Length;
        int i = 0;
        while (i < events.Length && (uint)events[i].X < _width && (uint)events[i].Y < _height)
            i++;
        return i;
    }

    private int DropFrom(int first, Span<AddressEvent> events)
    {
        int kept = first;
        foreach (AddressEvent own in events[first..])
        {
            if ((uint)own.X < _width && (uint)own.Y < _height)
                events[kept++] = own;
            else
                DroppedCount++;
        }
        return kept;
    }

    private int Stop(int first, ReadOnlySpan<AddressEvent> events)
    {
        AddressEvent own = events[first];
        string sensor = (width, height) switch
        {
            ({ } columns, { } rows) => $"{columns} x {rows} pixels",
            ({ } columns, null) => $"{columns} columns",
            (null, var rows) => $"{rows} rows",
        };
        _pending = source.Error(string.Create(CultureInfo.InvariantCulture,
            $"has event {_seen - events.Length + first} at x = {own.X}, y = {own.Y}, outside the sensor of {sensor}. "
            + $"Give the right Width and Height, or leave such events out with Outside = OutsideEvents.Drop"));
        return first > 0 ? first : throw _pending;
    }
}
