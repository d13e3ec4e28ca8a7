using SpikeML.Events;

namespace SpikeML.Fuzzing;

/// <summary>Recordings in every format of SpikeML.Events.</summary>
internal static class EventFileTargets
{
    /// <summary>Reads a recording in small and in large batches, which must give the same events.</summary>
    /// <param name="format">The format, or null to detect it.</param>
    public static FuzzTarget Of(EventFormat? format) => new(input =>
    {
        (List<AddressEvent> events, FormatException? error) = Read(input, format, batchLength: 1);
        (List<AddressEvent> again, FormatException? other) = Read(input, format, batchLength: 4096);
        Same.Check(events, again);
        Same.Check([error?.Message], [other?.Message]);
        if (error is not null)
            throw error;
    }, error => error is FormatException);

    private static (List<AddressEvent> Events, FormatException? Error) Read(byte[] input, EventFormat? format, int batchLength)
    {
        List<AddressEvent> events = [];
        try
        {
            using EventReader reader = EventReader.Open(new MemoryStream(input), new() { Format = format });
            AddressEvent[] batch = new AddressEvent[batchLength];
            for (int count; (count = reader.ReadInto(batch)) > 0;)
                events.AddRange(batch.AsSpan(0, count));
            return (events, null);
        }
        catch (FormatException error)
        {
            return (events, error);
        }
    }
}
