using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SpikeML.Events;

/// <summary>Writes Prophesee DAT, version 2.</summary>
internal static class DatWriter
{
    private const int LargestPlace = (1 << 14) - 1;

    /// <summary>Half of the range of times: a longer step could not be told from one in the other direction.</summary>
    private const long LongestStep = 1L << 31;

    public static void Write(Stream stream, IEnumerable<AddressEvent> events, int? width, int? height)
    {
        string size = (width is null ? "" : string.Create(CultureInfo.InvariantCulture, $"% Width {width}\n"))
            + (height is null ? "" : string.Create(CultureInfo.InvariantCulture, $"% Height {height}\n"));
        // A contrast-detection event (12) of 8 bytes.
        stream.Write([.. Encoding.ASCII.GetBytes($"% Data file containing CD events.\n% Version 2\n{size}"), 12, 8]);
        Span<byte> record = stackalloc byte[sizeof(ulong)];
        long last = 0, index = 0;
        foreach (AddressEvent own in events)
        {
            bool fits = own is { X: >= 0 and <= LargestPlace, Y: >= 0 and <= LargestPlace, Timestamp: >= 0 }
                && (index == 0 ? own.Timestamp <= uint.MaxValue : Math.Abs(own.Timestamp - last) < LongestStep);
            if (!fits)
                throw new ArgumentException($"Event {index}, {own}, cannot be written to a DAT file: x and y must be 0 to "
                    + $"{LargestPlace}, and the time at least 0 and less than {LongestStep} microseconds "
                    + "from the event before (the first: less than 2^32).", nameof(events));
            BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)own.Timestamp);
            BinaryPrimitives.WriteUInt32LittleEndian(record[sizeof(uint)..],
                (uint)own.X | (uint)own.Y << 14 | (uint)own.Polarity << 28);
            stream.Write(record);
            (last, index) = (own.Timestamp, index + 1);
        }
    }
}
