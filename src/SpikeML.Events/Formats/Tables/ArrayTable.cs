namespace SpikeML.Events;

/// <summary>A table whose columns are arrays of equal length.</summary>
internal sealed class ArrayTable : EventTable
{
    private const int Rows = 4096;

    private readonly string[] _names;
    private readonly IArrayColumn[] _columns;
    private readonly EventNumber[] _values = new EventNumber[Rows];
    private long _left;

    /// <exception cref="FormatException">The arrays have different lengths.</exception>
    public ArrayTable(ByteSource source, string[] names, IArrayColumn[] columns)
    {
        (_names, _columns, _left) = (names, columns, columns[0].Count);
        for (int i = 1; i < columns.Length; i++)
            if (columns[i].Count != _left)
                throw source.Error($"has {columns[i].Count} values in '{names[i]}' and {_left} in '{names[0]}'; "
                    + "the fields of events have one value for each event");
    }

    public override IReadOnlyList<string>? Names => _names;

    public override int ColumnCount => _columns.Length;

    public override int Read(Span<EventNumber> cells)
    {
        int rows = (int)Math.Min(_left, Math.Min(Rows, cells.Length / ColumnCount));
        for (int column = 0; column < _columns.Length && rows > 0; column++)
        {
            _columns[column].Read(_values.AsSpan(0, rows));
            for (int row = 0; row < rows; row++)
                cells[row * ColumnCount + column] = _values[row];
        }
        _left -= rows;
        return rows;
    }

    protected override void Close()
    {
        foreach (IArrayColumn column in _columns)
            column.Dispose();
    }
}
