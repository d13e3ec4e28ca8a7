using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Rows;

/// <summary>Stored rows that can be read one at a time.</summary>
internal sealed class KeptRows : DataViewRow
{
    private readonly Dictionary<int, ColumnCells> _cells;

    /// <param name="schema">The rows' schema.</param>
    /// <param name="columns">The columns to store.</param>
    /// <param name="capacity">The maximum number of rows.</param>
    public KeptRows(DataViewSchema schema, IEnumerable<DataViewSchema.Column> columns, int capacity)
    {
        Schema = schema;
        Columns = [.. columns];
        _cells = Columns.ToDictionary(column => column.Index, column => ColumnCells.Of(column, capacity));
    }

    public override DataViewSchema Schema { get; }

    public IReadOnlyList<DataViewSchema.Column> Columns { get; }

    /// <summary>The current row.</summary>
    public int Place { get; set; }

    public override long Position => Place;

    public override long Batch => 0;

    public override bool IsColumnActive(DataViewSchema.Column column) => _cells.ContainsKey(column.Index);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        _cells[column.Index].Getter<TValue>(() => Place);

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref id) => id = new DataViewRowId((ulong)Place, 0);

    /// <summary>The values of a column by position; vectors share the buffers of the rows.</summary>
    public T[] Kept<T>(DataViewSchema.Column column) => _cells[column.Index].Kept<T>();

    /// <summary>A delegate that copies the columns of the current row to a position.</summary>
    /// <param name="row">A row with columns of the same names.</param>
    public Action<int> Copier(DataViewRow row)
    {
        Action<int>[] copiers = [.. Columns.Select(column => _cells[column.Index].Copier(row, row.Schema[column.Name]))];
        return place => Array.ForEach(copiers, copy => copy(place));
    }
}
