using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML.Events;

/// <summary>Reads every n-th recording of an order, row by row.</summary>
internal sealed class EventCursor(
    IChannelProvider provider, EventDataView view, Func<int, bool> isNeeded, int[] order, int first, int step)
    : RootCursorBase(provider)
{
    private readonly AddressEvent[] _batch = new AddressEvent[4096];
    private readonly BinnedSpikes _spikes = new();
    private int _place = first - step;
    private long _row;
    private EventReader? _reader;
    private EventSlicer? _slicer;

    public override DataViewSchema Schema => view.Schema;

    /// <summary>The rows of a recording are one batch, so ML.NET puts the rows of several cursors in order.</summary>
    public override long Batch => IsGood ? _place : 0;

    public override bool IsColumnActive(DataViewSchema.Column column)
    {
        CheckColumn(column);
        return isNeeded(column.Index);
    }

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!IsColumnActive(column))
            throw Ch.ExceptParam(nameof(column), $"The column '{column.Name}' was not requested when the cursor was created.");
        Delegate getter = column.Name switch
        {
            EventLoaderSchema.Label => (ValueGetter<uint>)GetLabel,
            EventLoaderSchema.Path => (ValueGetter<ReadOnlyMemory<char>>)GetPath,
            EventLoaderSchema.Start => (ValueGetter<long>)GetStart,
            EventLoaderSchema.Events => (ValueGetter<VBuffer<long>>)GetEvents,
            _ => (ValueGetter<VBuffer<float>>)GetSpikes,
        };
        return getter as ValueGetter<TValue>
            ?? throw Ch.ExceptParam(nameof(TValue),
                $"The column '{column.Name}' holds {column.Type.RawType}, not {typeof(TValue)}.");
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => GetId;

    protected override bool MoveNextCore()
    {
        _row++;
        while (_slicer is null || !_slicer.MoveNext())
        {
            string? opened = _reader is null ? null : view[order[_place]].Path;
            _place += step;
            if (_place >= order.Length)
            {
                Close();
                return false;
            }
            Recording next = view[order[_place]];
            if (next.Path == opened && _reader!.RecordingCount > 1)
            {
                _reader.MoveTo(next.Index);
            }
            else
            {
                Close();
                _reader = view.Open(next);
            }
            _slicer = new EventSlicer(_reader, next.Path, view.Options, _batch);
            _row = 0;
        }
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
            _spikes.Return();
        }
        base.Dispose(disposing);
    }

    private void Close()
    {
        _reader?.Dispose();
        (_reader, _slicer) = (null, null);
    }

    private void GetLabel(ref uint value) => value = view.KeyOf(Current());

    private void GetPath(ref ReadOnlyMemory<char> value) => value = Current().Path.AsMemory();

    private void GetStart(ref long value)
    {
        Current();
        value = _slicer!.Start;
    }

    private void GetEvents(ref VBuffer<long> value)
    {
        Current();
        EventColumn.Write(_slicer!.Events, ref value);
    }

    private void GetSpikes(ref VBuffer<float> value)
    {
        Current();
        int numSteps = view.Options.NumSteps!.Value, neurons = 2 * view.Height!.Value * view.Width!.Value;
        EqualBins bins = new(_slicer!.Start, (ulong)(_slicer.Duration - 1), numSteps);
        EventFrames.Count(_slicer.Events, view.Height.Value, view.Width.Value, numSteps, bins, _spikes);
        _spikes.Write(numSteps * neurons, neurons, ref value);
    }

    /// <summary>The same in every cursor: the recording, and the row in it.</summary>
    private void GetId(ref DataViewRowId value)
    {
        Current();
        value = new((ulong)order[_place], (ulong)_row);
    }

    private Recording Current()
    {
        Ch.Check(IsGood, "There is no current row: call MoveNext first, and stop when it returns false.");
        return view[order[_place]];
    }

    private void CheckColumn(DataViewSchema.Column column) =>
        Ch.CheckParam(column.Index < Schema.Count && Schema[column.Index].Equals(column), nameof(column),
            "The column is not part of this view.");
}
