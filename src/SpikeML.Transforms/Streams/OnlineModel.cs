using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Turns the stream encoders of a model into encoders that an engine runs, and back.</summary>
internal static class OnlineModel
{
    public static ITransformer Begin(ITransformer model) =>
        Replace(model, part => part is SpikeStreamTransformer stream ? new OnlineStream(stream) : part);

    public static ITransformer Snapshot(ITransformer online) =>
        Replace(online, part => part is OnlineStream stream ? stream.Snapshot() : part);

    /// <summary>
    /// Throws if there is no stream encoder, or if the prediction class has no member for its column, because the stream would
    /// then never advance.
    /// </summary>
    public static void CheckOutput(ITransformer model, Type prediction)
    {
        string[] outputs = [.. Parts(model).OfType<SpikeStreamTransformer>().Select(stream => stream.OutputColumnName)];
        if (outputs.Length == 0)
            throw new ArgumentException("The model does not encode a stream: use mlContext.Model.CreatePredictionEngine.",
                nameof(model));
        SchemaDefinition schema = SchemaDefinition.Create(prediction, SchemaDefinition.Direction.Write);
        string? missing = outputs.FirstOrDefault(output => schema.All(column => column.ColumnName != output));
        if (missing is not null)
            throw new ArgumentException(
                $"{prediction.Name} needs a member '{missing}' of type float[]: without it, its stream would not advance.",
                nameof(prediction));
    }

    private static IEnumerable<ITransformer> Parts(ITransformer model) =>
        model is IEnumerable<ITransformer> chain ? chain.SelectMany(Parts) : [model];

    private static ITransformer Replace(ITransformer model, Func<ITransformer, ITransformer> replace) =>
        model is IEnumerable<ITransformer> ? new TransformerChain<ITransformer>([.. Parts(model).Select(replace)])
            : replace(model);
}
