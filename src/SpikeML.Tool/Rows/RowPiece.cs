using Microsoft.ML;

namespace SpikeML.Tool.Rows;

/// <summary>Consecutive rows that are read on one thread and mapped on another.</summary>
internal sealed class RowPiece : IDisposable
{
    private readonly DataViewRowCursor _cursor;
    private readonly int _capacity;
    private readonly KeptRows _input;
    private readonly DataViewRow _mapped;
    private readonly Action<int> _read, _map;

    /// <param name="source">The rows.</param>
    /// <param name="cursor">The cursor that reads the rows.</param>
    /// <param name="capacity">The maximum number of rows.</param>
    public RowPiece(InputRows source, DataViewRowCursor cursor, int capacity)
    {
        (_cursor, _capacity, _input, Rows) = (cursor, capacity, source.MakeInput(capacity), source.MakeOutput(capacity));
        _read = _input.Copier(cursor);
        _mapped = source.Map(_input);
        _map = Rows.Copier(_mapped);
    }

    /// <summary>The mapped rows.</summary>
    public KeptRows Rows { get; }

    /// <summary>The position of the first row among all rows.</summary>
    public long First { get; private set; }

    public int Count { get; private set; }

    /// <summary>Why the row after the last one could not be read or mapped, or null.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Reads rows; returns false if there are no more.</summary>
    public bool Read(long first)
    {
        (First, Count, Error) = (first, 0, null);
        try
        {
            for (; Count < _capacity && _cursor.MoveNext(); Count++)
                _read(Count);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Error = error;
        }
        return Count > 0 || Error is not null;
    }

    /// <summary>Maps the rows up to the first one that cannot be mapped.</summary>
    public void Map(CancellationToken cancellation)
    {
        for (int place = 0; place < Count; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                _input.Place = place;
                _map(place);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                (Count, Error) = (place, error);
            }
        }
    }

    /// <summary>Ends the mapping, so a model that read only a few rows gives its warnings.</summary>
    public void Dispose() => _mapped.Dispose();

    /// <summary>The values of a scalar column.</summary>
    public IEnumerable<TResult> Read<TValue, TResult>(DataViewSchema.Column column, Func<TValue, TResult> convert)
    {
        Func<TResult> read = ScalarReader.Create(Rows, column, convert);
        for (int place = 0; place < Count; place++)
        {
            Rows.Place = place;
            yield return read();
        }
    }
}
