using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Rows;

/// <summary>The rows of several views with the same schema, one view after the other.</summary>
internal sealed class ConcatenatedView(IReadOnlyList<IDataView> parts) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => parts[0].Schema;

    public long? GetRowCount() => parts.Sum(part => part.GetRowCount());

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(Schema, parts, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(DataViewSchema schema, IReadOnlyList<IDataView> parts, HashSet<int> active) : DataViewRowCursor
    {
        private readonly List<Action> _rebind = [];
        private DataViewRowCursor? _current;
        private int _part = -1;
        private long _position = -1;

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref id) => id = new DataViewRowId((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            ValueGetter<TValue>? getter = null;
            Action bind = () => getter = _current!.GetGetter<TValue>(_current.Schema[column.Index]);
            _rebind.Add(bind);
            if (_current is not null)
                bind();
            return (ref value) => (getter ?? throw new InvalidOperationException("Call MoveNext first."))(ref value);
        }

        public override bool MoveNext()
        {
            while (_current is null || !_current.MoveNext())
            {
                if (_part + 1 >= parts.Count)
                    return false;
                Open(++_part);
            }
            _position++;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _current?.Dispose();
            base.Dispose(disposing);
        }

        private void Open(int part)
        {
            _current?.Dispose();
            _current = parts[part].GetRowCursor(active.Select(index => parts[part].Schema[index]));
            foreach (Action bind in _rebind)
                bind();
        }
    }
}
