using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Rows;

namespace SpikeML.Tool.Training;

/// <summary>The rows of a view whose ids are selected.</summary>
internal sealed class SelectedRows(IDataView source, Func<DataViewRowId, bool> takes) : IDataView
{
    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(source.GetRowCursor(columnsNeeded, rand), takes);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor : ForwardingCursor
    {
        private readonly Func<DataViewRowId, bool> _takes;
        private readonly ValueGetter<DataViewRowId> _idGetter;
        private long _position = -1;

        public Cursor(DataViewRowCursor source, Func<DataViewRowId, bool> takes)
            : base(source) => (_takes, _idGetter) = (takes, source.GetIdGetter());

        public override long Position => _position;

        public override DataViewSchema Schema => Source.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => Source.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => Source.GetGetter<TValue>(column);

        public override bool MoveNext()
        {
            DataViewRowId id = default;
            while (Source.MoveNext())
            {
                _idGetter(ref id);
                if (!_takes(id))
                    continue;
                _position++;
                return true;
            }
            return false;
        }
    }
}
