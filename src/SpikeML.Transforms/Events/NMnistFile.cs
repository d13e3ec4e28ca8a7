namespace SpikeML;

/// <summary>
/// The binary files of N-MNIST (Orchard et al. 2015): 5 bytes per event: x, y, then, with the high byte first, one bit of
/// polarity and 23 bits of microseconds. A record with y = 240 is not an event; it adds 2^13 microseconds to all later times.
/// </summary>
public static class NMnistFile
{
    private const int RecordLength = 5;
    private const int OverflowRow = 240;
    private const int OverflowTime = 1 << 13;
    private const int LargestTime = (1 << 23) - 1;

    /// <summary>A longer gap would take more than 524,288 records; most likely the times count from 1970.</summary>
    private const long LongestGap = 1L << 32;

    /// <summary>Reads all events of a stream.</summary>
    /// <param name="stream">The content of the file.</param>
    /// <exception cref="FormatException">The length is not a multiple of the length of a record.</exception>
    public static AddressEvent[] Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        List<AddressEvent> events = [];
        Span<byte> record = stackalloc byte[RecordLength];
        long offset = 0, position = 0;
        for (int read; (read = stream.ReadAtLeast(record, RecordLength, throwOnEndOfStream: false)) > 0; position += read)
        {
            if (read < RecordLength)
                throw new FormatException(
                    $"An N-MNIST file has {RecordLength} bytes for each event, but this one has {position + read}: "
                        + "it is truncated, or not an N-MNIST file.");
            if (record[1] == OverflowRow)
                offset += OverflowTime;
            else
                events.Add(new(record[0], record[1], offset + ((record[2] & 0x7F) << 16 | record[3] << 8 | record[4]),
                    record[2] >> 7));
        }
        return [.. events];
    }

    /// <summary>Writes events, with records of y = 240 where times exceed 23 bits.</summary>
    /// <param name="stream">Receives the content of the file.</param>
    /// <param name="events">
    /// Events in order of time, with x from 0 to 255, y from 0 to 239 or 241 to 255, and times of at least 0, each less than 2^32
    /// microseconds after the one before, and the first less than that after 0.
    /// </param>
    /// <exception cref="ArgumentException">An event cannot be written; nothing has been written.</exception>
    public static void Write(Stream stream, ReadOnlySpan<AddressEvent> events)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using MemoryStream content = new();
        long offset = 0;
        foreach (AddressEvent own in events)
        {
            bool fits = own is { X: >= 0 and <= 255, Y: >= 0 and <= 255 and not OverflowRow }
                && own.Timestamp >= offset && own.Timestamp - offset < LongestGap;
            if (!fits)
                throw new ArgumentException(
                    $"{own} cannot be written to an N-MNIST file: x and y must be 0 to 255, y not {OverflowRow}, "
                        + "times beyond 23 bits must ascend, and there must be less than 2^32 microseconds "
                        + "before each (subtract the first time).", nameof(events));
            for (; own.Timestamp - offset > LargestTime; offset += OverflowTime)
                content.Write([0, OverflowRow, 0, 0, 0]);
            int time = (int)(own.Timestamp - offset);
            content.Write([(byte)own.X, (byte)own.Y, (byte)(own.Polarity << 7 | time >> 16), (byte)(time >> 8), (byte)time]);
        }
        content.WriteTo(stream);
    }
}
