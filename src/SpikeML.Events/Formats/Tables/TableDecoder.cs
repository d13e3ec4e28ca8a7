namespace SpikeML.Events;

/// <summary>Decodes tables of numbers: text, NumPy arrays and HDF5 datasets.</summary>
internal sealed class TableDecoder : EventDecoder
{
    private const int Rows = 4096, MostCells = 1 << 18;

    private readonly ByteSource _source;
    private readonly EventTable _table;
    private readonly EventNumber[] _cells;
    private readonly EventColumns _columns;
    private readonly TimeScale _scale;
    private int _next, _end;
    private long _row;

    public TableDecoder(ByteSource source, EventTable table, EventReaderOptions options)
    {
        (_source, _table) = (source, table);
        _cells = new EventNumber[Math.Clamp(MostCells / table.ColumnCount, 1, Rows) * table.ColumnCount];
        _end = table.Read(_cells);
        ReadOnlySpan<EventNumber> first = _cells.AsSpan(0, _end * table.ColumnCount);
        _columns = Find(first, options.Columns);
        bool hasFractions = false;
        for (int row = 0; row < _end; row++)
            hasFractions |= first[row * table.ColumnCount + _columns.Time].Fraction > 0;
        _scale = new TimeScale(options.TimeUnit, hasFractions);
        Details = $"{_columns.Origin}; times in {_scale.Details}";
    }

    public override int? Width => _table.Width;

    public override int? Height => _table.Height;

    public override string Details { get; }

    public override bool IsCertain => _table.Names is not null || _table.UsualOrder is not null;

    public override int Read(Span<AddressEvent> events)
    {
        if (_next == _end)
            (_next, _end) = (0, _table.Read(_cells));
        int count = Math.Min(events.Length, _end - _next), columns = _table.ColumnCount;
        for (int i = 0; i < count; i++, _next++, _row++)
        {
            ReadOnlySpan<EventNumber> row = _cells.AsSpan(_next * columns, columns);
            if (!TryConvert(row, out events[i]))
            {
                // The events before are returned first; the next call meets this one again.
                return i > 0 ? i : throw Refused(row);
            }
        }
        return count;
    }

    protected override void Close() => _table.Dispose();

    private bool TryConvert(ReadOnlySpan<EventNumber> row, out AddressEvent own)
    {
        EventNumber x = row[_columns.X], y = row[_columns.Y], polarity = row[_columns.Polarity];
        long? time = _scale.ToMicroseconds(row[_columns.Time]);
        bool isEvent = time is not null && IsPlace(x, int.MaxValue) && IsPlace(y, AddressEvent.LargestRow)
            && polarity is { Whole: >= -1 and <= 1, Fraction: 0 };
        own = isEvent ? new((int)x.Whole, (int)y.Whole, time!.Value, polarity.Whole > 0 ? 1 : 0) : default;
        return isEvent;
    }

    private static bool IsPlace(EventNumber number, int largest) =>
        number is { Whole: >= 0, Fraction: 0 } && number.Whole <= largest;

    private FormatException Refused(ReadOnlySpan<EventNumber> row)
    {
        EventNumber x = row[_columns.X], y = row[_columns.Y], time = row[_columns.Time], polarity = row[_columns.Polarity];
        string problem = !IsPlace(x, int.MaxValue) ? $"x = {x}, which is not a pixel"
            : !IsPlace(y, AddressEvent.LargestRow) ? $"y = {y}, which is not a pixel"
            : _scale.ToMicroseconds(time) is null ? $"the time {time}, where the times are in {_scale.Details}: "
                + "set EventReaderOptions.TimeUnit"
            : $"the polarity {polarity}, which is not 0 or 1, or -1 or 1";
        return _source.Error($"has in event {_row} {problem} ({_columns.Origin})");
    }

    private EventColumns Find(ReadOnlySpan<EventNumber> first, string? columns)
    {
        string[] given = Words(columns ?? "");
        if (given.Length > 0)
            return EventColumns.Named(given, $"columns {string.Join(' ', given)}, as given") is { } named
                && given.Length <= _table.ColumnCount ? named
                : throw _source.Error($"has {_table.ColumnCount} columns, and {nameof(EventReaderOptions)}."
                    + $"{nameof(EventReaderOptions.Columns)} is '{columns}': it must name x, y, t and p, in their order");
        if (_table.Names is { } names)
            return EventColumns.Named(names, $"fields {string.Join(", ", names)}") ?? throw _source.Error(
                $"has no fields x, y, t and p of events; it has {string.Join(", ", names.Select(name => $"'{name}'"))}");
        if (_table.UsualOrder is { } usual)
            return EventColumns.Named(Words(usual), $"columns {usual} by convention")!.Value;
        return EventColumns.Guess(first, _table.ColumnCount)
            ?? (first.IsEmpty ? EventColumns.Named(["t", "x", "y", "p"], "no events")!.Value : throw _source.Error(
                $"has {_table.ColumnCount} columns without names, and their values leave open which are x, y, t and p: "
                + "set EventReaderOptions.Columns, for example to \"t x y p\""));
    }

    private static string[] Words(string columns) =>
        columns.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
