namespace SpikeML.Events;

/// <summary>Rows of numbers, one for each event.</summary>
internal abstract class EventTable : IDisposable
{
    /// <summary>The names of the columns, or null if the file has none.</summary>
    public virtual IReadOnlyList<string>? Names => null;

    /// <summary>The number of columns.</summary>
    public abstract int ColumnCount { get; }

    /// <summary>The order of the columns that the kind of file has by convention, or null.</summary>
    public virtual string? UsualOrder => null;

    public virtual int? Width => null;

    public virtual int? Height => null;

    /// <summary>Reads the next rows.</summary>
    /// <param name="cells">Receives them, row by row.</param>
    /// <returns>The number of rows; 0 only at the end.</returns>
    public abstract int Read(Span<EventNumber> cells);

    public void Dispose() => Close();

    protected virtual void Close()
    {
    }
}
