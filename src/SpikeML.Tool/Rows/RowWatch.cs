namespace SpikeML.Tool.Rows;

/// <summary>How far a pass over rows is, and whether it is to end early.</summary>
internal sealed class RowWatch(long first, CancellationToken cancellation)
{
    private long _started;

    /// <summary>The rows that the pass has begun, of those that it is about.</summary>
    public long Started => Interlocked.Read(ref _started);

    /// <summary>The row that is read now, counted from the start of all data.</summary>
    public long Current => first + Started - 1;

    /// <summary>A writer may read some rows first, to see how large they are: only the last pass counts.</summary>
    public void Begin() => Interlocked.Exchange(ref _started, 0);

    public void Next() => Add(1);

    public void Add(int rows)
    {
        cancellation.ThrowIfCancellationRequested();
        Interlocked.Add(ref _started, rows);
    }
}
