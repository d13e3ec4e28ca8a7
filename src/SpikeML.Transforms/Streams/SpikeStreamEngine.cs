using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>
/// Encodes the rows of streams one by one as they arrive, in the style of ML.NET's TimeSeriesPredictionEngine: each prediction
/// advances its stream by one step, and a checkpoint saves the state of all streams.
/// </summary>
/// <remarks>
/// Create it with <c>model.CreateSpikeStreamEngine&lt;TSrc, TDst&gt;(mlContext)</c>. An engine has state and is not thread-safe.
/// A row that cannot be encoded does not advance its stream.
/// </remarks>
/// <typeparam name="TSrc">The class of the rows.</typeparam>
/// <typeparam name="TDst">The class of the predictions; it must have the spike column.</typeparam>
public sealed class SpikeStreamEngine<TSrc, TDst> : IDisposable
    where TSrc : class
    where TDst : class, new()
{
    private readonly ITransformer _online;
    private readonly DataViewSchema _inputSchema;
    private readonly PredictionEngine<TSrc, TDst> _engine;

    internal SpikeStreamEngine(MLContext context, ITransformer model, SchemaDefinition? inputSchemaDefinition)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(model);
        OnlineModel.CheckOutput(model, typeof(TDst));
        _online = OnlineModel.Begin(model);
        _inputSchema = context.Data.LoadFromEnumerable<TSrc>([], inputSchemaDefinition).Schema;
        _engine = context.Model.CreatePredictionEngine<TSrc, TDst>(_online, inputSchemaDefinition: inputSchemaDefinition);
    }

    /// <summary>Encodes a row as the next step of its stream.</summary>
    /// <param name="example">The row.</param>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    /// <exception cref="InvalidOperationException">
    /// The row is out of order, or it would start more streams than allowed.
    /// </exception>
    public TDst Predict(TSrc example) => _engine.Predict(example);

    /// <summary>Same as <see cref="Predict(TSrc)"/>, but writes to an existing object.</summary>
    /// <param name="example">The row.</param>
    /// <param name="prediction">Receives the prediction; if null, a new object is created.</param>
    public void Predict(TSrc example, ref TDst prediction) => _engine.Predict(example, ref prediction);

    /// <summary>
    /// Saves the model with the state of all streams; an engine created from the loaded model continues from here. The file is
    /// written atomically and replaces an existing one.
    /// </summary>
    /// <param name="context">Any ML.NET context.</param>
    /// <param name="modelPath">The file to write.</param>
    public void CheckPoint(MLContext context, string modelPath)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(modelPath);
        FileReplacement.WriteFile(modelPath, path => context.Model.Save(OnlineModel.Snapshot(_online), _inputSchema, path));
    }

    /// <summary>Disposes the engine, but not the model.</summary>
    public void Dispose() => _engine.Dispose();
}
