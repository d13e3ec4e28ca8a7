using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Rows;

/// <summary>Some columns of a view, row by row on one watched cursor, whose errors name their row.</summary>
internal sealed class WatchedView : IDataView
{
    private readonly IDataView _source;
    private readonly DataViewSchema.Column[] _columns;
    private readonly RowWatch _watch;
    private readonly Func<long, InvalidFeatureException, string> _explain;

    /// <summary>All columns of an input that are not hidden.</summary>
    public WatchedView(InputData data, RowWatch watch)
        : this(data.Rows, data.Rows.Schema.Where(column => !column.IsHidden).Select(column => column.Name), watch, data.Explain)
    {
    }

    /// <param name="source">The rows.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="watch">Counts the rows.</param>
    /// <param name="explain">Says what is wrong with a value of a row.</param>
    public WatchedView(IDataView source, IEnumerable<string> columns, RowWatch watch,
        Func<long, InvalidFeatureException, string> explain)
    {
        (_source, _explain) = (source, explain);
        _columns = [.. columns.Select(name => source.Schema[name])];
        _watch = watch;
        DataViewSchema.Builder schema = new();
        foreach (DataViewSchema.Column column in _columns)
            schema.AddColumn(column.Name, column.Type, column.Annotations);
        Schema = schema.ToSchema();
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public RowWatch Watch => _watch;

    public long? GetRowCount() => _source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        _watch.Begin();
        return new Cursor(this, _source.GetRowCursor(columnsNeeded.Select(column => _columns[column.Index])));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(WatchedView view, DataViewRowCursor source) : ForwardingCursor(source)
    {
        public override DataViewSchema Schema => view.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => Source.IsColumnActive(view._columns[column.Index]);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            ValueGetter<TValue> getter = Source.GetGetter<TValue>(view._columns[column.Index]);
            return (ref value) =>
            {
                try
                {
                    getter(ref value);
                }
                catch (InvalidFeatureException error)
                {
                    throw ToolException.BadInput(view._explain(view._watch.Current, error), error);
                }
            };
        }

        public override bool MoveNext()
        {
            if (!Source.MoveNext())
                return false;
            view._watch.Next();
            return true;
        }
    }
}
