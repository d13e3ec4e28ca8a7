using Microsoft.ML;
using SpikeML.Tool.Running;
using SpikeML.Tool.Shards;

namespace SpikeML.Tool.Jobs;

/// <summary>The source of the model that encodes.</summary>
internal interface IModelSource
{
    /// <summary>Columns of a table that the model reads in addition to the features.</summary>
    IEnumerable<string> ColumnsNeeded { get; }

    ITransformer Make(MLContext context, InputData data, CancellationToken cancellation);
}

/// <summary>A saved model.</summary>
internal sealed class ModelSource(MLContext context, string path) : IModelSource
{
    private readonly ITransformer _model = ModelFile.Load(context, path).Model;

    public IEnumerable<string> ColumnsNeeded =>
        (_model as IEnumerable<ITransformer> ?? [_model]).OfType<ISpikeTransformer>().Select(step =>
            step.Codes[0].RowKeyColumn).OfType<string>();

    public ITransformer Make(MLContext context, InputData data, CancellationToken cancellation) => _model;
}

/// <summary>An encoder, fitted to all rows of the input.</summary>
internal sealed record PipelineSource(Pipeline Pipeline, Shard? Shard) : IModelSource
{
    public IEnumerable<string> ColumnsNeeded => Pipeline.Code.RowKeyColumn is string key ? [key] : [];

    public ITransformer Make(MLContext context, InputData data, CancellationToken cancellation)
    {
        if (Pipeline.Code.Draws?.Seed is int seed)
            ProgressDisplay.Say($"seed {seed}");
        return Pipeline.Fit(context, data, cancellation);
    }
}
