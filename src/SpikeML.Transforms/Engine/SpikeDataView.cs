using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// The rows of a view with spike columns added, like those of ML.NET's own mapper, but read one by one if a single cursor is
/// requested.
/// </summary>
/// <remarks>
/// ML.NET passes every row of a single cursor through queues of reader threads, which copies the row and holds up to 128 rows per
/// queue: for a train of 78,400 values, this takes longer than encoding it and costs hundreds of megabytes. It also wraps
/// exceptions from encoders. A set of cursors, as parallel trainers request, is ML.NET's own.
/// </remarks>
internal sealed class SpikeDataView(RowToRowMapperTransform mapped, ISpikeTransformer transformer) : ITransformTemplate,
    IRowToRowMapper, ITransformCanSaveOnnx
{
    /// <summary>The encoder that adds the columns.</summary>
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

    bool ICanSaveOnnx.CanSaveOnnx(OnnxContext ctx) => ((ICanSaveOnnx)mapped).CanSaveOnnx(ctx);

    void ISaveAsOnnx.SaveAsOnnx(OnnxContext ctx) => ((ISaveAsOnnx)mapped).SaveAsOnnx(ctx);
}
