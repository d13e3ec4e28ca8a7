using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>A stream encoder as an engine runs it: row by row, with its own state, which every new row advances.</summary>
internal sealed class OnlineStream(SpikeStreamTransformer transformer) : ITransformer
{
    private SpikeStreamEncoding? _stream;

    public bool IsRowToRowMapper => true;

    /// <summary>The transformer with the current state.</summary>
    public SpikeStreamTransformer Snapshot() => _stream is null ? transformer : transformer.With(_stream.Clone());

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => transformer.GetOutputSchema(inputSchema);

    public IDataView Transform(IDataView input) => transformer.Transform(input);

    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema)
    {
        StreamColumns columns = transformer.Bind(inputSchema);
        _stream ??= transformer.BeginOnline(columns.Slots);
        return new Mapper(inputSchema, columns, _stream, transformer.Watch);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx) => ((ICanSaveModel)Snapshot()).Save(ctx);

    private sealed class Mapper(
        DataViewSchema inputSchema, StreamColumns columns, SpikeStreamEncoding stream, FirstRowsWatch watch) : IRowToRowMapper
    {
        public DataViewSchema InputSchema => inputSchema;
        public DataViewSchema OutputSchema => columns.Schema;

        public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns)
        {
            HashSet<int> needed = [.. dependingColumns.Select(column => column.Index)];
            if (needed.Contains(inputSchema.Count))
                needed.UnionWith(columns.Needed.Select(column => column.Index));
            return inputSchema.Where(column => needed.Contains(column.Index));
        }

        public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns) =>
            new Row(input, columns.Schema, [.. activeColumns.Select(column => column.Index)],
                new ArrivingRows(input, columns, stream), watch);
    }

    private sealed class Row(
        DataViewRow input, DataViewSchema schema, HashSet<int> active, StreamRows rows, FirstRowsWatch watch) : DataViewRow
    {
        private long _taken = -1;

        public override DataViewSchema Schema => schema;
        public override long Position => input.Position;
        public override long Batch => input.Batch;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => input.GetIdGetter();

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (column.Index < input.Schema.Count)
                return input.GetGetter<TValue>(input.Schema[column.Index]);
            ValueGetter<VBuffer<float>> getter = (ref VBuffer<float> spikes) =>
            {
                // The first request for a new row advances the stream; further requests get the same result.
                if (_taken != input.Position)
                {
                    rows.Advance();
                    rows.Show(watch, isEndless: true);
                }
                _taken = input.Position;
                rows.CopyTo(ref spikes);
            };
            return (ValueGetter<TValue>)(Delegate)getter;
        }
    }
}
