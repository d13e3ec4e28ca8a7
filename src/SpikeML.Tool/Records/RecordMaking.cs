using Microsoft.ML;

namespace SpikeML.Tool.Records;

/// <summary>Makes the record of a job.</summary>
internal static class RecordMaking
{
    /// <param name="context">The context.</param>
    /// <param name="input">How the input is read.</param>
    /// <param name="data">The input.</param>
    /// <param name="model">The model.</param>
    /// <param name="rows">The encoded rows.</param>
    /// <param name="output">How they are written.</param>
    /// <param name="cancellation">Cancels the reading of the input.</param>
    public static JobRecord Of(MLContext context, InputRequest input, InputData data, ITransformer model, SpikeRows rows,
        OutputRequest output, CancellationToken cancellation)
    {
        IEnumerable<Fact> facts = [
            .. ModelFacts.Of(context, model),
            .. InputFacts.Of(input, data, cancellation),
            new("columns", InputFacts.Columns([.. rows.Schema.Select(column => column.Name)])),
            .. output.Format.CanBeSparse ? [new Fact("layout", output.Sparse ? "sparse" : "dense")] : (Fact[])[],
            new("dimensions", Dimensions.Text(rows.Dimensions))];
        return new JobRecord(JobRecord.OwnVersion, [.. facts], rows.Mapped.First, rows.Count, data.RowCount);
    }
}
