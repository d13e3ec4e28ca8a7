namespace SpikeML.Events;

/// <summary>A NumPy array of numbers as a column.</summary>
internal sealed class NpyArrayColumn : IArrayColumn
{
    private readonly NpyReader _reader;
    private readonly NpyNumber _number;
    private byte[] _bytes = [];
    private long _left;

    private NpyArrayColumn(NpyReader reader)
    {
        if (!NpyNumber.IsNumber(reader.Header.Type))
            throw reader.Error($"has type {reader.Header.Type.Description}, but the fields of events are numbers");
        (_reader, _left) = (reader, reader.Count);
        _number = NpyNumber.Of(reader.Header.Type, 0, isSingle: true);
    }

    public static IArrayColumn Of(NpyReader reader) => new NpyArrayColumn(reader);

    public long Count => _reader.Count;

    public void Read(Span<EventNumber> values)
    {
        int size = _number.Size;
        if (_bytes.Length < values.Length * size)
            _bytes = new byte[values.Length * size];
        _reader.ReadBytes(_bytes.AsSpan(0, values.Length * size));
        for (int i = 0; i < values.Length; i++)
            values[i] = _number.Read(_bytes.AsSpan(i * size, size));
        _left -= values.Length;
        if (_left == 0)
            _reader.Finish();
    }

    public void Dispose() => _reader.Dispose();
}
