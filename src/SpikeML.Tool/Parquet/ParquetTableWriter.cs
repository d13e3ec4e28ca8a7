using System.Collections.Immutable;
using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace SpikeML.Tool.Parquet;

/// <summary>Writes a table in row groups of equal length, whatever the pieces in which its rows arrive.</summary>
internal sealed class ParquetTableWriter
{
    /// <summary>The key of the metadata that holds the steps and the neurons' dimensions, as a JSON array.</summary>
    public const string DimensionsKey = "spikeml.dimensions";

    // A row group is in memory while it is written or read.
    private const int ValuesInGroup = 1 << 21, MostRowsInGroup = 1 << 16;

    private readonly ParquetColumnWriter[] _columns;
    private readonly ParquetSchema _schema;
    private readonly ParquetWriter _writer;
    private readonly int _groupLength;
    private int _rows;

    /// <param name="stream">Receives the file; it stays open.</param>
    /// <param name="columns">The columns, in order.</param>
    /// <param name="dimensions">The steps, then the neurons' dimensions.</param>
    public ParquetTableWriter(Stream stream, IEnumerable<ParquetColumnWriter> columns, ImmutableArray<int> dimensions)
        : this(stream, columns, Dimensions.Count(dimensions)) => _writer.CustomMetadata = new Dictionary<string, string>
        {
            [DimensionsKey] = $"[{string.Join(',', dimensions)}]",
        };

    /// <param name="stream">Receives the file; it stays open.</param>
    /// <param name="columns">The columns, in order.</param>
    /// <param name="valuesInRow">The number of values in a row, about.</param>
    public ParquetTableWriter(Stream stream, IEnumerable<ParquetColumnWriter> columns, int valuesInRow = 1)
    {
        _columns = [.. columns];
        _schema = new ParquetSchema(_columns.Select(column => column.Field));
        _groupLength = Math.Clamp(ValuesInGroup / valuesInRow, 1, MostRowsInGroup);
        _writer = ParquetWriter.CreateAsync(_schema, stream, new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Gzip,
            CompressionLevel = CompressionLevel.Fastest,
            // Spikes compress as well without, in half the time.
            DictionaryEncodingThreshold = 0,
        }).GetAwaiter().GetResult();
    }

    /// <summary>Adds rows.</summary>
    /// <param name="columns">Their values, in the order of the columns.</param>
    /// <param name="count">The number of rows.</param>
    public void Add(IReadOnlyList<ParquetColumn> columns, int count)
    {
        for (int first = 0; first < count;)
        {
            int part = Math.Min(count - first, _groupLength - _rows);
            for (int i = 0; i < _columns.Length; i++)
                _columns[i].Add(columns[i], first, part);
            first += part;
            _rows += part;
            if (_rows == _groupLength)
                Flush();
        }
    }

    /// <summary>Ends the file. One that failed has no end, and cannot be taken for a complete one.</summary>
    public void Finish()
    {
        if (_rows > 0)
            Flush();
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void Flush()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        foreach (ParquetColumnWriter column in _columns)
            column.FlushAsync(group).GetAwaiter().GetResult();
        _rows = 0;
    }
}
