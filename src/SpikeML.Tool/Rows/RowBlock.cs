using Microsoft.ML;

namespace SpikeML.Tool.Rows;

/// <summary>Consecutive rows of a view, possibly none. The values of earlier rows are never read.</summary>
internal sealed class RowBlock(IDataView source, long first, long count) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(source.GetRowCursor(columnsNeeded), first, count);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(DataViewRowCursor source, long first, long count) : ForwardingCursor(source)
    {
        private long _position = -1;

        public override DataViewSchema Schema => Source.Schema;

        public override long Position => _position;

        public override bool IsColumnActive(DataViewSchema.Column column) => Source.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => Source.GetGetter<TValue>(column);

        public override bool MoveNext()
        {
            if (_position < 0)
            {
                for (long skipped = 0; skipped < first; skipped++)
                    Source.MoveNext();
            }
            if (_position + 1 >= count || !Source.MoveNext())
                return false;
            _position++;
            return true;
        }
    }
}
