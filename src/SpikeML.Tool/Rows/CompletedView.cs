using Microsoft.ML;

namespace SpikeML.Tool.Rows;

/// <summary>
/// A view with the columns that a model's schema has and the rows lack, such as the label of a pipeline that maps it to keys.
/// They can be bound to, but not read: predictions do not depend on them, or else the input is refused.
/// </summary>
internal sealed class CompletedView : IDataView
{
    private readonly IDataView _source;
    private readonly Func<string, Exception> _refusal;

    /// <param name="source">The rows.</param>
    /// <param name="wanted">The schema of the model's input.</param>
    /// <param name="refusal">The error if a missing column is read.</param>
    public CompletedView(IDataView source, DataViewSchema wanted, Func<string, Exception> refusal)
    {
        (_source, _refusal) = (source, refusal);
        DataViewSchema.Builder schema = new();
        schema.AddColumns(source.Schema);
        foreach (DataViewSchema.Column column in wanted)
        {
            if (!column.IsHidden && source.Schema.GetColumnOrNull(column.Name) is null)
                schema.AddColumn(column.Name, column.Type, column.Annotations);
        }
        Schema = schema.ToSchema();
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        DataViewSchema.Column[] needed = [.. columnsNeeded];
        foreach (DataViewSchema.Column column in needed)
        {
            if (column.Index >= _source.Schema.Count)
                throw _refusal(column.Name);
        }
        return new Cursor(this, _source.GetRowCursor(needed.Select(column => _source.Schema[column.Index])));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(CompletedView view, DataViewRowCursor source) : ForwardingCursor(source)
    {
        public override DataViewSchema Schema => view.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) =>
            column.Index < Source.Schema.Count && Source.IsColumnActive(Source.Schema[column.Index]);

        public override bool MoveNext() => Source.MoveNext();

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            Source.GetGetter<TValue>(Source.Schema[column.Index]);
    }
}
