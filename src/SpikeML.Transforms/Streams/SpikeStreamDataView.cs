using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Rows with the spikes of their streams, read in order by a single cursor. Each cursor restarts all streams.</summary>
internal sealed class SpikeStreamDataView(IDataView source, SpikeStreamTransformer transformer, StreamColumns columns,
    FirstRowsWatch watch, Func<DataViewRow, StreamRows> read) : ITransformTemplate, ITransformCanSaveOnnx
{
    public IDataView Source => source;

    public DataViewSchema Schema => columns.Schema;

    public bool CanShuffle => false;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        HashSet<int> needed = [.. columnsNeeded.Select(column => column.Index)];
        bool encodes = needed.Contains(source.Schema.Count);
        IEnumerable<DataViewSchema.Column> inputs = source.Schema.Where(column => needed.Contains(column.Index));
        // Streams have an order, so the request to shuffle is ignored.
        DataViewRowCursor cursor = source.GetRowCursor(encodes
            ? inputs.Concat(columns.Needed).DistinctBy(column => column.Index) : inputs);
        return new Cursor(cursor, Schema, needed, encodes ? read(cursor) : null, watch);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    IDataTransform ITransformTemplate.ApplyToData(IHostEnvironment env, IDataView newSource) =>
        (IDataTransform)transformer.Transform(newSource);

    void ICanSaveModel.Save(ModelSaveContext ctx) => ((ICanSaveModel)transformer).Save(ctx);

    bool ICanSaveOnnx.CanSaveOnnx(OnnxContext ctx) => throw CannotConvert();

    void ISaveAsOnnx.SaveAsOnnx(OnnxContext ctx) => throw CannotConvert();

    private NotSupportedException CannotConvert() => OnnxRefusal.Of(
        [transformer.OutputColumnName], "a stream", "its rows depend on the rows before them");

    private sealed class Cursor(
        DataViewRowCursor source, DataViewSchema schema, HashSet<int> needed, StreamRows? rows, FirstRowsWatch watch)
        : DataViewRowCursor
    {
        public override DataViewSchema Schema => schema;
        public override long Position => source.Position;
        public override long Batch => source.Batch;

        public override bool IsColumnActive(DataViewSchema.Column column) => needed.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

        /// <summary>The only place that advances streams: a row is one step, however often its getters are called.</summary>
        public override bool MoveNext()
        {
            if (!source.MoveNext())
            {
                watch.Conclude();
                return false;
            }
            rows?.Advance();
            rows?.Show(watch);
            return true;
        }

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw new ArgumentOutOfRangeException(
                    nameof(column), column.Name, "The column was not requested when the cursor was created.");
            if (column.Index < source.Schema.Count)
                return source.GetGetter<TValue>(source.Schema[column.Index]);
            ValueGetter<VBuffer<float>> getter = (ref VBuffer<float> spikes) => rows!.CopyTo(ref spikes);
            return getter as ValueGetter<TValue>
                ?? throw new InvalidOperationException(
                    $"Column '{column.Name}' is read as VBuffer<float>, not {typeof(TValue)}.");
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
