using Microsoft.ML;

namespace SpikeML.Tests.Conformance;

/// <summary>A view that writes down which columns its cursors are asked for.</summary>
internal sealed class RequestedColumns(IDataView source) : IDataView
{
    /// <summary>The columns' names, for each cursor.</summary>
    public List<string[]> Requests { get; } = [];

    public DataViewSchema Schema => source.Schema;

    public bool CanShuffle => source.CanShuffle;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        DataViewSchema.Column[] columns = [.. columnsNeeded];
        Requests.Add([.. columns.Select(column => column.Name)]);
        return source.GetRowCursor(columns, rand);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];
}
