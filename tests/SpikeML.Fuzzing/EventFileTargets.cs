using System.Numerics;
using SpikeML.Events;

namespace SpikeML.Fuzzing;

/// <summary>Recordings in every format of SpikeML.Events.</summary>
internal static class EventFileTargets
{
    /// <summary>Reads a recording in small and in large batches, which must give the same events.</summary>
    /// <param name="format">The format, or null to detect it.</param>
    public static FuzzTarget Of(EventFormat? format) => new(input =>
    {
        (ulong[] events, FormatException? error) = Read(input, format, batchLength: 1);
        (ulong[] again, FormatException? other) = Read(input, format, batchLength: 4096);
        Same.Check(events, again);
        Same.Check([error?.Message], [other?.Message]);
        if (error is not null)
            throw error;
    }, error => error is FormatException);

    /// <summary>Reads all events; their number and a sum that depends on each and on their order.</summary>
    private static (ulong[] Events, FormatException? Error) Read(byte[] input, EventFormat? format, int batchLength)
    {
        ulong sum = 0, number = 0;
        try
        {
            using EventReader reader = EventReader.Open(new MemoryStream(input), new() { Format = format });
            AddressEvent[] batch = new AddressEvent[batchLength];
            for (int count; (count = reader.ReadInto(batch)) > 0; number += (ulong)count)
                foreach (AddressEvent own in batch.AsSpan(0, count))
                    sum = Mixed(Mixed(Mixed(Mixed(sum, own.X), own.Y), own.Timestamp), own.Polarity);
            return ([number, sum], null);
        }
        catch (FormatException error)
        {
            return ([number, sum], error);
        }
    }

    private static ulong Mixed(ulong sum, long value)
    {
        const ulong Prime = 0x100000001B3;
        return unchecked((BitOperations.RotateLeft(sum, 5) ^ (ulong)value) * Prime);
    }
}
