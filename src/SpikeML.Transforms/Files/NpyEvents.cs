namespace SpikeML;

/// <summary>Reads structured arrays of events.</summary>
internal static class NpyEvents
{
    private const int PieceBytes = 1 << 16;
    private static readonly string[] X = ["x"], Y = ["y"], Time = ["t", "timestamp", "ts"], Polarity = ["p", "polarity", "on"];

    /// <exception cref="FormatException">
    /// It is not an array of events, or a value is out of range; the error names both.
    /// </exception>
    public static AddressEvent[] Read(NpyReader reader)
    {
        if (!reader.Header.Type.IsStructured)
            throw reader.Error($"is not a structured array but has type {reader.Header.Type.Description}: read it with Read");
        if (reader.Header is { Shape.Length: > 1, IsFortranOrder: true })
            throw reader.Error("has events in column-major order: save numpy.ravel(array)");
        NpyEventField x = Find(reader, X), y = Find(reader, Y), time = Find(reader, Time), polarity = Find(reader, Polarity);
        int size = reader.Header.Type.Size;
        List<AddressEvent> events = new(reader.FirstLength());
        byte[] piece = new byte[Math.Max(1, PieceBytes / size) * size];
        while (events.Count < reader.Count)
        {
            int length = (int)Math.Min(piece.Length / size, reader.Count - events.Count);
            reader.ReadBytes(piece.AsSpan(0, length * size));
            for (int i = 0; i < length; i++)
            {
                ReadOnlySpan<byte> record = piece.AsSpan(i * size, size);
                events.Add(new AddressEvent(
                    (int)x.Read(record, events.Count, 0, int.MaxValue),
                    (int)y.Read(record, events.Count, 0, AddressEvent.LargestRow),
                    time.Read(record, events.Count, long.MinValue, long.MaxValue),
                    (int)polarity.Read(record, events.Count, 0, 1)));
            }
        }
        return [.. events];
    }

    private static NpyEventField Find(NpyReader reader, string[] names)
    {
        foreach (string name in names)
        {
            if (reader.Header.Type.Fields.FirstOrDefault(field =>
                field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } field)
                return new NpyEventField(field, reader);
        }
        throw reader.Error($"has no field '{string.Join("' or '", names)}' of events: its fields are "
            + string.Join(", ", reader.Header.Type.Fields.Select(field => $"'{field.Name}'")));
    }
}
