using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>
/// Encodes the rows of streams one by one as they come, in the shape of ML.NET's TimeSeriesPredictionEngine: each prediction
/// moves its
/// stream on by one step, and a checkpoint keeps where all streams are.
/// </summary>
/// <remarks>
/// Made with <c>model.CreateSpikeStreamEngine&lt;TSrc, TDst&gt;(mlContext)</c>. An engine has a state of its own, and is not for
/// use by
/// several threads at once. A row that cannot be encoded moves no stream.
/// </remarks>
/// <typeparam name="TSrc">The class of the rows.</typeparam>
/// <typeparam name="TDst">The class of what is predicted; it must have the spike column.</typeparam>
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

    /// <summary>Takes a row as the next step of its stream.</summary>
    /// <param name="example">The row.</param>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    /// <exception cref="InvalidOperationException">The row is out of order, or would begin one stream too many.</exception>
    public TDst Predict(TSrc example) => _engine.Predict(example);

    /// <summary>As <see cref="Predict(TSrc)"/>, into an object that is there already.</summary>
    /// <param name="example">The row.</param>
    /// <param name="prediction">Receives the prediction; null: a new object is made.</param>
    public void Predict(TSrc example, ref TDst prediction) => _engine.Predict(example, ref prediction);

    /// <summary>
    /// Writes the model with where all streams are, so that an engine made of the loaded model goes on from here. The file is
    /// complete
    /// or not there: it is written beside its place and then moved, over an older one if there is one.
    /// </summary>
    /// <param name="context">Any context.</param>
    /// <param name="modelPath">The file.</param>
    public void CheckPoint(MLContext context, string modelPath)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(modelPath);
        FileReplacement.WriteFile(modelPath, path => context.Model.Save(OnlineModel.Snapshot(_online), _inputSchema, path));
    }

    /// <summary>Disposes the engine; the model stays.</summary>
    public void Dispose() => _engine.Dispose();
}
