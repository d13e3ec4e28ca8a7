using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance;

/// <summary>Prediction engines for outputs of several types.</summary>
internal static class Predictors
{
    public static Func<SampleRow, string> OfSingles(MLContext context, ITransformer model, SchemaDefinition schema) =>
        Of<SingleRow>(context, model, schema, row => RowValues.Text(row.Spikes));

    public static Func<SampleRow, string> OfBytes(MLContext context, ITransformer model, SchemaDefinition schema) =>
        Of<ByteRow>(context, model, schema, row => Convert.ToHexString(row.Spikes));

    public static Func<SampleRow, string> OfEvents(MLContext context, ITransformer model, SchemaDefinition schema) =>
        Of<EventRow>(context, model, schema, row => RowValues.Text(row.Spikes));

    public static Func<SampleRow, string> Of<T>(MLContext context, ITransformer model, SchemaDefinition schema, Func<T,
        string> text)
        where T : class, new()
    {
        PredictionEngine<SampleRow, T> engine = context.Model.CreatePredictionEngine<SampleRow,
            T>(model, inputSchemaDefinition: schema);
        return row => text(engine.Predict(row));
    }

    private sealed class SingleRow
    {
        public float[] Spikes { get; set; } = [];
    }

    private sealed class EventRow
    {
        public long[] Spikes { get; set; } = [];
    }

    private sealed class ByteRow
    {
        public byte[] Spikes { get; set; } = [];
    }
}
