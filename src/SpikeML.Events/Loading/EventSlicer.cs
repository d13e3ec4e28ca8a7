using System.Runtime.InteropServices;

namespace SpikeML.Events;

/// <summary>
/// Cuts a recording into rows, whose events are in the order of their times. Memory holds the events of one row and of one batch.
/// </summary>
/// <param name="reader">The recording.</param>
/// <param name="path">What errors call it.</param>
/// <param name="options">How it is cut.</param>
/// <param name="batch">Memory for a batch of events, which a cursor uses for all its recordings.</param>
internal sealed class EventSlicer(EventReader reader, string path, EventLoaderOptions options, AddressEvent[] batch)
{
    private const long MostSilentSlices = 1 << 20;

    /// <summary>The most events of a row: four numbers of each must fit in a vector.</summary>
    private const int MostEvents = 500_000_000;

    private readonly List<AddressEvent> _held = [];
    private int _first;
    private long _latest = long.MinValue, _count, _silent;
    private bool _isAtEnd, _hasStart;

    /// <summary>The first time of the current row, in microseconds.</summary>
    public long Start { get; private set; }

    /// <summary>The duration of the current row, to its last event or the end of its slice, in microseconds.</summary>
    public long Duration { get; private set; }

    /// <summary>The events of the current row; valid until the next one.</summary>
    public ReadOnlySpan<AddressEvent> Events => CollectionsMarshal.AsSpan(_held).Slice(_first, Count);

    private int Count { get; set; }

    /// <summary>Moves to the next row; false after the last one. A recording without events is one row without events.</summary>
    public bool MoveNext()
    {
        bool isFirst = !_hasStart;
        _first += Count;
        Count = 0;
        bool moved = options.SliceDuration is { } duration ? NextByTime(duration)
            : NextByCount(options.EventsPerSlice ?? int.MaxValue);
        _hasStart = true;
        return moved || (isFirst && Empty());
    }

    private bool Empty()
    {
        (Start, Duration) = (0, 1);
        return true;
    }

    private bool NextByCount(int count)
    {
        while (_held.Count - _first < count && Fill(out _) > 0)
        {
        }
        Count = Math.Min(count, _held.Count - _first);
        if (Count == 0)
            return false;
        EventOrder.Sort(CollectionsMarshal.AsSpan(_held).Slice(_first, Count));
        (Start, Duration) = (Events[0].Timestamp, Events[^1].Timestamp - Events[0].Timestamp + 1);
        return true;
    }

    private bool NextByTime(long duration)
    {
        long start = _hasStart ? Start + duration : long.MinValue;
        bool isSorted = true;
        while (!_isAtEnd && (_latest < start || start == long.MinValue
            || EventBinning.Elapsed(start, _latest) < (ulong)(duration + options.Lateness)))
        {
            ReadOnlySpan<AddressEvent> read = batch.AsSpan(0, Fill(out long earliest));
            if (_hasStart && earliest < start)
                throw Late(read, start, earliest);
            if (!_hasStart && !read.IsEmpty)
                start = start == long.MinValue ? earliest : Math.Min(start, earliest);
            isSorted = false;
        }
        if (!isSorted)
            EventOrder.Sort(CollectionsMarshal.AsSpan(_held)[_first..]);
        if (_first == _held.Count)
            return false;
        (Start, Duration) = (start, duration);
        while (_first + Count < _held.Count && EventBinning.Elapsed(start, _held[_first + Count].Timestamp) < (ulong)duration)
            Count++;
        _silent = Count == 0 ? _silent + 1 : 0;
        return _silent <= MostSilentSlices ? true : throw new FormatException(
            $"'{path}' has no events for {MostSilentSlices} slices of {duration} microseconds before its time "
            + $"{_held[_first].Timestamp}: use a longer {nameof(EventLoaderOptions.SliceDuration)}, or check the times.");
    }

    /// <summary>An event is earlier than the slice that is being filled: the one before has been given out.</summary>
    private FormatException Late(ReadOnlySpan<AddressEvent> read, long start, long earliest)
    {
        int place = 0;
        while (read[place].Timestamp >= start)
            place++;
        string counting = reader.DroppedCount > 0 ? " (not counting those outside the sensor)" : "";
        return new FormatException($"'{path}' has event {_count - read.Length + place}{counting} at {read[place].Timestamp} "
            + $"microseconds, after events at {_latest}. Set {nameof(EventLoaderOptions.Lateness)} to at least "
            + $"{_latest - earliest}, or load whole recordings, which are sorted.");
    }

    /// <summary>Reads another batch and returns its number of events, 0 at the end.</summary>
    private int Fill(out long earliest)
    {
        if (_first > 0)
        {
            _held.RemoveRange(0, _first);
            _first = 0;
        }
        int read = reader.ReadInto(batch);
        _isAtEnd = read == 0;
        _count += read;
        (earliest, long latest) = EventTimes.Range(batch.AsSpan(0, read));
        _latest = Math.Max(_latest, latest);
        _held.AddRange(batch.AsSpan(0, read));
        return _held.Count <= MostEvents ? read : throw new FormatException(
            $"'{path}' has more than {MostEvents} events in a row: cut it with {nameof(EventLoaderOptions.SliceDuration)} or "
            + $"{nameof(EventLoaderOptions.EventsPerSlice)}.");
    }
}
