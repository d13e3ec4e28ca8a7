using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Rows;

/// <summary>A cursor that forwards to another cursor.</summary>
internal abstract class ForwardingCursor(DataViewRowCursor source) : DataViewRowCursor
{
    public override long Position => source.Position;

    public override long Batch => source.Batch;

    protected DataViewRowCursor Source => source;

    public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }
}
