using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance;

/// <summary>A view of the same rows whose vectors of one column are all sparse, or all dense.</summary>
internal sealed class VectorForm(IDataView source, string column, bool sparse) : IDataView
{
    public DataViewSchema Schema => source.Schema;

    public bool CanShuffle => source.CanShuffle;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(source.GetRowCursor(columnsNeeded, rand), column, sparse);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(DataViewRowCursor source, string column, bool sparse) : DataViewRowCursor
    {
        public override DataViewSchema Schema => source.Schema;
        public override long Position => source.Position;
        public override long Batch => source.Batch;

        public override bool IsColumnActive(DataViewSchema.Column column) => source.IsColumnActive(column);

        public override bool MoveNext() => source.MoveNext();

        public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column which)
        {
            if (which.Name != column)
                return source.GetGetter<TValue>(which);
            ValueGetter<VBuffer<float>> getter = source.GetGetter<VBuffer<float>>(which);
            VBuffer<float> values = default;
            ValueGetter<VBuffer<float>> converted = (ref VBuffer<float> result) =>
            {
                getter(ref values);
                float[] dense = [.. values.DenseValues()];
                int[] slots = [.. Enumerable.Range(0, dense.Length).Where(slot => dense[slot] != 0)];
                result = sparse && slots.Length < dense.Length
                    ? new VBuffer<float>(dense.Length, slots.Length, [.. slots.Select(slot => dense[slot])], slots)
                    : new VBuffer<float>(dense.Length, dense);
            };
            return (ValueGetter<TValue>)(Delegate)converted;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
