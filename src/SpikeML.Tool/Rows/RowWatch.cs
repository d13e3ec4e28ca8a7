namespace SpikeML.Tool.Rows;

/// <summary>The progress of a pass over rows, and its cancellation.</summary>
internal sealed class RowWatch(long first, CancellationToken cancellation)
{
    private long _started;

    /// <summary>The number of rows that the pass has started.</summary>
    public long Started => Interlocked.Read(ref _started);

    /// <summary>The current row, counted from the start of the data.</summary>
    public long Current => first + Started - 1;

    /// <summary>A writer may first read some rows to determine their size, so only the last pass counts.</summary>
    public void Begin() => Interlocked.Exchange(ref _started, 0);

    public void Next() => Add(1);

    public void Add(int rows)
    {
        cancellation.ThrowIfCancellationRequested();
        Interlocked.Add(ref _started, rows);
    }
}
