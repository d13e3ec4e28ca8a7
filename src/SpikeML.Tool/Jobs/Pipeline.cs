using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Jobs;

/// <summary>An encoder with its options, before fitting. It is fitted to all rows, whatever the shard.</summary>
internal sealed record Pipeline(Encoder Encoder, SpikeCode Code, bool Scale)
{
    public string OutputColumn { get; init; } = OutputRequest.DefaultColumn;

    public ITransformer Fit(MLContext context, InputData data, CancellationToken cancellation)
    {
        IEstimator<ITransformer> encoder = Make(context, data.Features, cancellation);
        IEstimator<ITransformer> chain = Scale
            ? new EstimatorChain<ITransformer>().Append(context.Transforms.Spikes.Scale(data.Features,
                cancellationToken: cancellation)).Append(encoder)
            : encoder;
        RowWatch watch = new(0, cancellation);
        try
        {
            return chain.Fit(new WatchedView(data, watch));
        }
        catch (InvalidFeatureException error)
        {
            // A learner checks the values of the row that it has just read.
            throw ToolException.BadInput(data.Explain(watch.Current, error), error);
        }
    }

    private IEstimator<ITransformer> Make(MLContext context, string features, CancellationToken cancellation)
    {
        try
        {
            return Encoder.Make(context, OutputColumn, features, Code, cancellation);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw ToolException.Usage(Describe(error), error);
        }
    }

    /// <summary>What is wrong with an option, in the words of the command line.</summary>
    public static string Describe(ArgumentOutOfRangeException error)
    {
        string name = error.ParamName ?? "", option = $"--{Kebab.Of(name)}";
        string value = error.ActualValue is null ? "" : $" {OptionValue.Show(error.ActualValue)}";
        string text = ErrorReport.OneLine(error.Message).Split(" Actual value")[0];
        if (name.Length > 0 && text.StartsWith($"{name} ", StringComparison.Ordinal))
            text = $"it{text[name.Length..]}";
        return $"{option}{value}: {ShellWords.Of(text)}";
    }
}
