using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>
/// Columns of events: variable-size vectors of Int64 with the dimensions [events, 4]; each event is x, y, the time in
/// microseconds and the polarity.
/// </summary>
/// <remarks>
/// The verbs of <c>mlContext.Transforms.Events</c> read and add such columns. They also read vectors of Int32, Single and Double
/// with the same numbers. <see cref="EventAnnotations"/> say how large the sensor is.
/// </remarks>
public static class EventColumn
{
    /// <summary>The largest x and y.</summary>
    internal const int LargestCoordinate = short.MaxValue;

    /// <summary>The largest time before and after 0, so that the difference of two times never overflows.</summary>
    internal const long LargestTime = 1L << 60;

    /// <summary>The numbers of an event.</summary>
    internal const int Fields = 4;

    /// <summary>The type of a column of events.</summary>
    public static VectorDataViewType Type { get; } = new(NumberDataViewType.Int64, 0, Fields);

    /// <summary>
    /// The numbers of events as a row of a column: x, y, time and polarity of the first event, then of the second.
    /// </summary>
    /// <param name="events">The events.</param>
    public static long[] ToNumbers(ReadOnlySpan<AddressEvent> events)
    {
        long[] numbers = new long[checked(Fields * events.Length)];
        Write(events, numbers);
        return numbers;
    }

    /// <summary>The events of a row of a column.</summary>
    /// <param name="numbers">Four numbers for each event: x, y, time and polarity.</param>
    /// <exception cref="InvalidFeatureException">
    /// The numbers are not whole events, x or y is not 0 to 32,767, or a polarity is not 0 or 1.
    /// </exception>
    public static AddressEvent[] FromNumbers(ReadOnlySpan<long> numbers)
    {
        EventNumbers.CheckLength(numbers);
        AddressEvent[] events = new AddressEvent[numbers.Length / Fields];
        EventNumbers.Read(numbers, events);
        return events;
    }

    /// <summary>Writes events as a row of a column, in the memory of the row before where that is large enough.</summary>
    /// <param name="events">The events.</param>
    /// <param name="row">The row.</param>
    public static void Write(ReadOnlySpan<AddressEvent> events, ref VBuffer<long> row)
    {
        VBufferEditor<long> editor = VBufferEditor.Create(ref row, checked(Fields * events.Length));
        Write(events, editor.Values);
        row = editor.Commit();
    }

    private static void Write(ReadOnlySpan<AddressEvent> events, Span<long> numbers)
    {
        int at = 0;
        foreach (ref readonly AddressEvent own in events)
        {
            Span<long> fields = numbers.Slice(at, Fields);
            (fields[0], fields[1], fields[2], fields[3]) = (own.X, own.Y, own.Timestamp, own.Polarity);
            at += Fields;
        }
    }
}
