using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// The rows of a view with spike columns added, as ML.NET's own mapper makes them, but read one by one where one cursor is asked
/// for.
/// </summary>
/// <remarks>
/// ML.NET hands every row of a single cursor through queues of reading threads, which copies the row and holds up to 128 rows for
/// each queue: for a train of 78,400 values that costs more time than encoding it, and hundreds of megabytes. It also wraps what
/// an encoder throws. A set of cursors, as parallel trainers ask for, is ML.NET's own.
/// </remarks>
internal sealed class SpikeDataView(RowToRowMapperTransform mapped, ISpikeTransformer transformer) : ITransformTemplate,
    IRowToRowMapper
{
    /// <summary>The encoder whose columns these are.</summary>
    public ISpikeTransformer Transformer => transformer;

    public IDataView Source => mapped.Source;

    public DataViewSchema Schema => mapped.OutputSchema;

    public bool CanShuffle => mapped.CanShuffle;

    public DataViewSchema InputSchema => mapped.InputSchema;

    public DataViewSchema OutputSchema => mapped.OutputSchema;

    public long? GetRowCount() => mapped.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        mapped.GetRowCursorSet(columnsNeeded, 1, rand).Single();

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        mapped.GetRowCursorSet(columnsNeeded, n, rand);

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) =>
        ((IRowToRowMapper)mapped).GetDependencies(dependingColumns);

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns) =>
        ((IRowToRowMapper)mapped).GetRow(input, activeColumns);

    IDataTransform ITransformTemplate.ApplyToData(IHostEnvironment env, IDataView newSource) =>
        (IDataTransform)transformer.Transform(newSource);

    void ICanSaveModel.Save(ModelSaveContext ctx) => ((ICanSaveModel)mapped).Save(ctx);
}
