namespace SpikeML.Events;

/// <summary>A NumPy archive with an array for each field, or with one array of events.</summary>
internal sealed class NpzTable : EventTable
{
    private readonly NpzReader _archive;
    private readonly EventTable _inner;

    /// <exception cref="FormatException">It has no arrays of events.</exception>
    public NpzTable(ByteSource source)
    {
        _archive = new NpzReader(source.Seekable());
        List<NpyReader> opened = [];
        try
        {
            string[] names = [.. _archive.Names];
            if (EventColumns.Named(names, "") is { } columns)
            {
                int[] places = [columns.X, columns.Y, columns.Time, columns.Polarity];
                opened.AddRange(places.Select(place => _archive.Open(names[place])));
                _inner = new ArrayTable(source, [.. places.Select(place => names[place])], [.. opened.Select(NpyArrayColumn.Of)]);
            }
            else if (names.Length == 1)
            {
                opened.Add(_archive.Open(names[0]));
                _inner = new NpyTable(opened[0]);
            }
            else
            {
                throw source.Error("has no arrays x, y, t and p of events; it has "
                    + (names.Length == 0 ? "no arrays at all" : string.Join(", ", names.Select(name => $"'{name}'"))));
            }
        }
        catch
        {
            opened.ForEach(reader => reader.Dispose());
            _archive.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<string>? Names => _inner.Names;

    public override int ColumnCount => _inner.ColumnCount;

    public override int Read(Span<EventNumber> cells) => _inner.Read(cells);

    protected override void Close()
    {
        _inner.Dispose();
        _archive.Dispose();
    }
}
