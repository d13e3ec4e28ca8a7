using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Rows;

/// <summary>Mapped rows as a view, for writers that take one.</summary>
internal sealed class MappedView(MappedRows rows, long count) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => rows.Schema;

    public long? GetRowCount() => count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(rows);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(MappedRows rows) : DataViewRowCursor
    {
        private readonly IEnumerator<(RowPiece Rows, bool)> _pieces = rows.Pieces(_ => true).GetEnumerator();
        private RowPiece? _piece;
        private int _place = -1;
        private long _position = -1;

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => rows.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref id) => id = new DataViewRowId((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            // A getter reads one piece, and pieces are reused in turn.
            Dictionary<RowPiece, ValueGetter<TValue>> getters = [];
            return (ref value) =>
            {
                RowPiece piece = _piece ?? throw new InvalidOperationException("Call MoveNext first.");
                if (!getters.TryGetValue(piece, out ValueGetter<TValue>? getter))
                    getters.Add(piece, getter = piece.Rows.GetGetter<TValue>(column));
                piece.Rows.Place = _place;
                getter(ref value);
            };
        }

        public override bool MoveNext()
        {
            while (_piece is null || ++_place >= _piece.Count)
            {
                if (!_pieces.MoveNext())
                    return false;
                (_piece, _place) = (_pieces.Current.Rows, -1);
            }
            _position++;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _pieces.Dispose();
            base.Dispose(disposing);
        }
    }
}
