using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// Rows in memory. Read once, or over and over: then its cursors never end, so that a measurement has no passes to begin and end,
/// and those of a set share the rows out without waiting for each other.
/// </summary>
internal sealed class MemoryView : IDataView
{
    public const string Column = "Input";

    private readonly VBuffer<float>[] _rows;
    private readonly bool _isEndless;

    public MemoryView(DataViewType type, VBuffer<float>[] rows, bool isEndless)
    {
        (_rows, _isEndless) = (rows, isEndless);
        DataViewSchema.Builder schema = new();
        schema.AddColumn(Column, type);
        Schema = schema.ToSchema();
    }

    public DataViewSchema Schema { get; }

    public bool CanShuffle => false;

    public long? GetRowCount() => _isEndless ? null : _rows.Length;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, 0, 1);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [.. Enumerable.Range(0, Math.Max(1, n)).Select(first => new Cursor(this, first, Math.Max(1, n)))];

    /// <summary>Reads every so many rows.</summary>
    private sealed class Cursor(MemoryView view, int first, int stride) : DataViewRowCursor
    {
        private long _place = first - stride;
        private int _row = (first - stride) % view._rows.Length;
        // Cursors are made one after the other: without these, two threads would write to one cache line.
#pragma warning disable CS0169, IDE0051
        private readonly Padding _padding;
#pragma warning restore CS0169, IDE0051

        public override long Position => _place;

        public override long Batch => _place;

        public override DataViewSchema Schema => view.Schema;

        public override bool MoveNext()
        {
            _place += stride;
            _row += stride;
            while (_row >= view._rows.Length)
                _row -= view._rows.Length;
            return view._isEndless || _place < view._rows.Length;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Delegate getter = column.Type is VectorDataViewType ? (ValueGetter<VBuffer<float>>)Copy : (ValueGetter<float>)Read;
            return (ValueGetter<TValue>)getter;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() =>
            (ref DataViewRowId id) => id = new DataViewRowId((ulong)_place, 0);

        private void Copy(ref VBuffer<float> row) => view._rows[_row].CopyTo(ref row);

        private void Read(ref float value) => value = view._rows[_row].GetValues()[0];
    }

    [System.Runtime.CompilerServices.InlineArray(32)]
    private struct Padding
    {
        private long _first;
    }
}
