using System.Collections.Immutable;

namespace SpikeML.Events;

/// <summary>A NumPy array of events: structured, or of four columns.</summary>
internal sealed class NpyTable : EventTable
{
    private const int PieceBytes = 1 << 16;

    private readonly NpyReader _reader;
    private readonly ImmutableArray<NpyNumber> _numbers;
    private readonly int _size;
    private readonly byte[] _piece;
    private long _left;

    /// <exception cref="FormatException">It is not an array of events.</exception>
    public NpyTable(NpyReader reader)
    {
        _reader = reader;
        NpyHeader header = reader.Header;
        if (header.Shape.Length > 1 && header.IsFortranOrder)
            throw reader.Error("is in column-major order: save numpy.ascontiguousarray(array)");
        if (header.Type.IsStructured)
        {
            Names = [.. header.Type.Fields.Select(field => field.Name)];
            _numbers = [.. header.Type.Fields.Select(field => NpyNumber.Of(field.Type, field.Offset, field.Count is null))];
            (_size, _left) = (header.Type.Size, reader.Count);
        }
        else if (header.Shape is [long rows, >= 4 and <= 64 and var columns] && NpyNumber.IsNumber(header.Type))
        {
            _numbers = [.. Enumerable.Range(0, (int)columns).Select(column =>
                NpyNumber.Of(header.Type, column * header.Type.Size, isSingle: true))];
            (_size, _left) = ((int)columns * header.Type.Size, rows);
        }
        else
        {
            throw reader.Error($"has type {header.Type.Description} and dimensions {header.ShapeText}; events are a structured "
                + "array, or numbers with the dimensions [events, 4]");
        }
        if (_size == 0)
            throw reader.Error($"has type {header.Type.Description}, whose elements have no bytes");
        _piece = new byte[Math.Max(1, PieceBytes / _size) * _size];
    }

    public override IReadOnlyList<string>? Names { get; }

    public override int ColumnCount => _numbers.Length;

    public override int Read(Span<EventNumber> cells)
    {
        int rows = 0;
        while (_left > 0 && cells.Length >= (rows + 1) * ColumnCount)
        {
            int count = (int)Math.Min(Math.Min(_left, _piece.Length / _size), cells.Length / ColumnCount - rows);
            int there = _reader.ReadSome(_piece.AsSpan(0, count * _size)) / _size;
            for (int i = 0; i < there; i++, rows++)
                for (int column = 0; column < ColumnCount; column++)
                    cells[rows * ColumnCount + column] = _numbers[column].Read(_piece.AsSpan(i * _size, _size));
            _left -= there;
            // The rows before the end are given first.
            if (there < count)
                return rows > 0 ? rows : throw _reader.EndsEarly();
        }
        if (_left == 0)
            _reader.Finish();
        return rows;
    }

    protected override void Close() => _reader.Dispose();
}
