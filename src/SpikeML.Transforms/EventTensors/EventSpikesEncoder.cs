using System.Runtime.CompilerServices;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Bins rows of events as spikes, sparse if that is smaller.</summary>
/// <remarks>Numbers of events are counted as <see cref="EventBinning"/> does; sums may be 0, and are added up by slot.</remarks>
internal sealed class EventSpikesEncoder(EventSpikesOptions options, RowShape shape) : RowEncoder
{
    private readonly SlotSums _sums = new(shape.OutputLength);
    private readonly BinnedSpikes _spikes = new();
    private readonly SensorSize _sensor = options.Sensor!.Value;

    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        _sensor.Check(row.Events);
        if (row.Events.IsEmpty)
        {
            output = VBufferEditor.Create(ref output, shape.OutputLength, 0).Commit();
            return;
        }
        (long first, long last) = EventTimes.Range(row.Events);
        long start = options.Start ?? first;
        Span<AddressEvent> events = Within(row.Events, first, last, start, LatestTime(start));
        if (options.EventsPerStep is int perStep)
            Bin(events[..(int)Math.Min(events.Length, (long)perStep * shape.OutputSteps)], new EventGroups(perStep), ref output);
        else if (options.StepDuration is long duration)
            Bin(events, new TimeWindows(start, ulong.MaxValue, (ulong)duration), ref output);
        else
            Bin(events, new EqualBins(start, EventBinning.Elapsed(start, last), shape.OutputSteps), ref output);
    }

    /// <summary>The last time of the last step.</summary>
    private long LatestTime(long start) => options.StepDuration is long duration
        ? (long)Int128.Min(start + (Int128)duration * shape.OutputSteps - 1, long.MaxValue) : long.MaxValue;

    /// <summary>The events from a time to another, in their order and in the same memory.</summary>
    private static Span<AddressEvent> Within(Span<AddressEvent> events, long first, long last, long start, long end)
    {
        if (start <= first && last <= end)
            return events;
        int count = 0;
        foreach (AddressEvent own in events)
        {
            if (own.Timestamp >= start && own.Timestamp <= end)
                events[count++] = own;
        }
        return events[..count];
    }

    private void Bin<TBins>(ReadOnlySpan<AddressEvent> events, TBins bins, ref VBuffer<float> output)
        where TBins : struct, IEventBins
    {
        if (options.Value == EventValue.PolaritySum)
        {
            (Span<int> slots, Span<float> values) = _sums.Room(events.Length);
            FillSums(events, new SuccessiveBins<TBins>(bins), slots, values);
            _sums.Write(events.Length, ref output);
            return;
        }
        EventFrames.Count(events, _sensor.Height, _sensor.Width, shape.OutputSteps, bins, _spikes);
        _spikes.Write(shape.OutputLength, shape.OutputWidth, ref output);
        if (options.Value == EventValue.AtMostOne)
            LimitToOne(ref output);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void FillSums<TBins>(
        ReadOnlySpan<AddressEvent> events, SuccessiveBins<TBins> bins, Span<int> slots, Span<float> values)
        where TBins : struct, IEventBins
    {
        for (int i = 0; i < events.Length; i++)
        {
            ref readonly AddressEvent own = ref events[i];
            slots[i] = bins.Next(own) * shape.OutputWidth + own.Y * _sensor.Width + own.X;
            values[i] = 2 * own.Polarity - 1;
        }
    }

    private static void LimitToOne(ref VBuffer<float> output)
    {
        foreach (ref float value in VBufferEditor.CreateFromBuffer(ref output).Values)
            value = Math.Min(value, 1);
    }
}
