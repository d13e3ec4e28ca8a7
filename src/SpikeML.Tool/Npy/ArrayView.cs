using System.Collections.Immutable;
using System.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Npy;

/// <summary>The rows of an array, with one row in memory at a time, and their labels.</summary>
internal sealed class ArrayView<T> : IDataView
    where T : unmanaged, INumberBase<T>
{
    private readonly ArraySource _source;
    private readonly long _rows;
    private readonly ArrayLabels? _labels;
    private readonly int _length;

    /// <param name="source">The array, in row-major order.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="dimensions">The dimensions of a row.</param>
    /// <param name="labels">The labels, or null.</param>
    public ArrayView(ArraySource source, long rows, ImmutableArray<int> dimensions, ArrayLabels? labels)
    {
        (_source, _rows, _labels, _length) = (source, rows, labels, Dimensions.Count(dimensions));
        DataViewSchema.Builder schema = new();
        schema.AddColumn(InputRequest.DefaultFeatures,
            new VectorDataViewType(ItemType, dimensions));
        if (labels is not null)
            schema.AddColumn(labels.Name, labels.Type);
        Schema = schema.ToSchema();
    }

    private static NumberDataViewType ItemType => default(T) switch
    {
        byte => NumberDataViewType.Byte,
        float => NumberDataViewType.Single,
        _ => NumberDataViewType.Double,
    };

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(ArrayView<T> view, HashSet<int> active) : DataViewRowCursor
    {
        private readonly T[] _row = new T[view._length];
        private OpenArray? _array;
        private NumberReader<T>? _reader;
        private long _position = -1, _read = -1;

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => view.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref id) => id = new DataViewRowId((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (column.Index > 0)
                return (ValueGetter<TValue>)view._labels!.Getter(() => _position);
            ValueGetter<VBuffer<T>> features = (ref value) =>
            {
                ReadRow();
                VBufferEditor<T> editor = VBufferEditor.Create(ref value, _row.Length);
                _row.CopyTo(editor.Values);
                value = editor.Commit();
            };
            return (ValueGetter<TValue>)(Delegate)features;
        }

        public override bool MoveNext()
        {
            if (_position + 1 >= view._rows)
                return false;
            _position++;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _array?.Dispose();
            base.Dispose(disposing);
        }

        /// <summary>Reads the current row. Rows that nobody asked for are skipped.</summary>
        private void ReadRow()
        {
            if (_read == _position)
                return;
            _array ??= view._source.Open();
            _reader ??= new NumberReader<T>(_array.Reader);
            _reader.Skip((_position - _read - 1) * _row.Length, CancellationToken.None);
            _reader.Read(_row);
            _read = _position;
            // The checksum of a member of a .npz file is compared at its end.
            if (_position == view._rows - 1)
                _array.Reader.Finish();
        }
    }
}
