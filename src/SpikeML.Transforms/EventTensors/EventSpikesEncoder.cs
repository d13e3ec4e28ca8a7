using System.Runtime.CompilerServices;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Bins rows of events as spikes, sparse if that is smaller.</summary>
internal sealed class EventSpikesEncoder(EventSpikesOptions options, RowShape shape) : RowEncoder
{
    private readonly SlotSums _sums = new(shape.OutputLength);
    private readonly SensorSize _sensor = options.Sensor!.Value;
    private readonly bool _isSum = options.Value == EventValue.PolaritySum;

    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        Span<AddressEvent> events = row.Events;
        _sensor.Check(events);
        (Span<int> slots, Span<float> values) = _sums.Room(events.Length);
        int count = events.IsEmpty ? 0 : Fill(events, slots, values);
        _sums.Write(count, ref output);
        if (options.Value == EventValue.AtMostOne)
            LimitToOne(ref output);
    }

    private int Fill(ReadOnlySpan<AddressEvent> events, Span<int> slots, Span<float> values)
    {
        (long first, long last) = EventTimes.Range(events);
        long start = options.Start ?? first;
        if (last < start)
            return 0;
        ulong elapsed = EventBinning.Elapsed(start, last);
        if (options.EventsPerStep is int perStep)
            return Fill(events, slots, values, new EventGroups(perStep), start, elapsed);
        if (options.StepDuration is not long duration)
            return Fill(events, slots, values, new EqualBins(start, elapsed, shape.OutputSteps), start, elapsed);
        UInt128 latest = (ulong)duration * (UInt128)(uint)shape.OutputSteps - 1;
        return Fill(events, slots, values, new TimeWindows(start, ulong.MaxValue, (ulong)duration), start,
            latest < elapsed ? (ulong)latest : elapsed);
    }

    /// <summary>
    /// The slots and values of the events from a start on, up to a time after it, that are not after the last step; returns their
    /// number.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Fill<TBins>(
        ReadOnlySpan<AddressEvent> events, Span<int> slots, Span<float> values, TBins binOf, long start, ulong latest)
        where TBins : struct, IEventBins
    {
        SuccessiveBins<TBins> bins = new(binOf);
        int count = 0;
        foreach (ref readonly AddressEvent own in events)
        {
            if (own.Timestamp < start || EventBinning.Elapsed(start, own.Timestamp) > latest)
                continue;
            int step = bins.Next(own);
            if (step >= shape.OutputSteps)
                break;
            int channel = _isSum ? 0 : own.Polarity;
            slots[count] = step * shape.OutputWidth + (channel * _sensor.Height + own.Y) * _sensor.Width + own.X;
            values[count++] = _isSum ? 2 * own.Polarity - 1 : 1;
        }
        return count;
    }

    private static void LimitToOne(ref VBuffer<float> output)
    {
        foreach (ref float value in VBufferEditor.CreateFromBuffer(ref output).Values)
            value = Math.Min(value, 1);
    }
}
