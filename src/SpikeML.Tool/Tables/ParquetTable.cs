using Microsoft.ML;
using SpikeML.Tool.Parquet;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tables;

/// <summary>Apache Parquet. A vector takes a column for each value if they have names, and otherwise one of lists.</summary>
internal sealed class ParquetTable : ITableFormat
{
    private const int RowsInPiece = 1024;

    public string Extension => ".parquet";

    public bool CanStream => false;

    public void Write(IDataView data, IReadOnlyList<TableColumn> columns, Stream stream)
    {
        ParquetTableWriter table = new(stream, [ParquetColumnWriter.Make(ITableFormat.RowName, typeof(long), isList: false),
            .. columns.SelectMany(WritersOf)]);
        using DataViewRowCursor cursor = data.GetRowCursor(columns.Select(column => column.Column));
        Func<object?>[] readers = [.. columns.Select(column => column.Reader(cursor))];
        List<object?>[] piece = [.. columns.Select(_ => new List<object?>(RowsInPiece))];
        long first = 0;
        while (cursor.MoveNext())
        {
            for (int i = 0; i < readers.Length; i++)
                piece[i].Add(readers[i]());
            if (piece[0].Count == RowsInPiece)
                Flush();
        }
        Flush();
        table.Finish();

        void Flush()
        {
            int count = piece[0].Count;
            ParquetColumn numbers = new ParquetColumn<long>([.. Enumerable.Range(0, count).Select(row => first + row)]);
            table.Add([numbers, .. columns.Zip(piece, ValuesOf).SelectMany(values => values)], count);
            first += count;
            Array.ForEach(piece, values => values.Clear());
        }
    }

    private static IEnumerable<ParquetColumnWriter> WritersOf(TableColumn column) => !column.IsVector
        ? [ParquetColumnWriter.Make(column.Name, column.Type, isList: false)]
        : column.Slots.Length > 0
            ? column.Slots.Select(slot => ParquetColumnWriter.Make($"{column.Name}.{slot}", typeof(float), isList: false))
            : [ParquetColumnWriter.Make(column.Name, typeof(float), isList: true)];

    private static IEnumerable<ParquetColumn> ValuesOf(TableColumn column, List<object?> values) => column.Type switch
    {
        _ when column.IsVector => VectorsOf(column, [.. values.Cast<float[]>()]),
        Type type when type == typeof(long) => [Column<long>(column, values)],
        Type type when type == typeof(float) => [Column<float>(column, values)],
        Type type when type == typeof(double) => [Column<double>(column, values)],
        Type type when type == typeof(bool) => [Column<bool>(column, values)],
        _ => [new ParquetColumn<ReadOnlyMemory<char>>([.. values.Select(text => ((string?)text).AsMemory())])],
    };

    private static ParquetColumn<T> Column<T>(TableColumn column, List<object?> values)
        where T : struct => new([.. values.Select(value => value is T given ? given : throw ToolException.BadInput(
            $"The column '{column.Name}' has a missing value, which a .parquet table cannot hold: choose .csv or .jsonl."))]);

    private static IEnumerable<ParquetColumn> VectorsOf(TableColumn column, float[][] rows) => column.Slots.Length > 0
        ? Enumerable.Range(0, column.Size).Select(slot => new ParquetColumn<float>([.. rows.Select(row => row[slot])]))
        : [new ParquetColumn<float>([.. rows.SelectMany(row => row)])
        {
            Starts = [.. Enumerable.Range(0, rows.Length + 1).Select(row => row * column.Size)],
        }];
}
