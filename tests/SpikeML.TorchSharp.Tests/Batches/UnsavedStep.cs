using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Batches;

/// <summary>A step that ML.NET cannot copy, because it cannot be saved.</summary>
internal sealed class UnsavedStep(IDataView source) : IDataTransform
{
    public IDataView Source => source;

    public DataViewSchema Schema => source.Schema;

    public bool CanShuffle => source.CanShuffle;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        source.GetRowCursor(columnsNeeded, rand);

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        source.GetRowCursorSet(columnsNeeded, n, rand);

    void ICanSaveModel.Save(ModelSaveContext ctx) => throw new NotSupportedException("No model of this.");
}
