using Microsoft.ML;
using SpikeML.Plot;
using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Jobs;

/// <summary>Measures encoders on the rows of an input: encodes, decodes and compares them.</summary>
internal static class CodeComparison
{
    private const string Spikes = "Spikes", Decoded = "Decoded";

    /// <summary>The comparison as a Markdown table.</summary>
    public static string Table(MLContext context, InputData data, CodeComparisonOptions options, bool scale,
        CancellationToken cancellation)
    {
        RowWatch watch = new(0, cancellation);
        try
        {
            IDataView rows = new WatchedView(data.Rows, [data.Features], watch, data.Explain);
            if (scale)
                rows = context.Transforms.Spikes.Scale(data.Features, cancellationToken: cancellation).Fit(rows).Transform(rows);
            return options.IsSeries
                ? context.SpikeQuality.Compare(rows, data.Features, [], cancellation).ToString()
                : OfValues(context, rows, data.Features, options, cancellation);
        }
        catch (ArgumentOutOfRangeException error) when (error.ParamName == nameof(options.NumSteps))
        {
            throw ToolException.Usage(Pipeline.Describe(error), error);
        }
        catch (InvalidFeatureException error)
        {
            throw ToolException.BadInput(data.Explain(watch.Current, error), error);
        }
    }

    private static string OfValues(MLContext context, IDataView rows, string features, CodeComparisonOptions options,
        CancellationToken cancellation) => SpikeCodeComparison.Table(options.ActualCodes.Select(code => (SpikeCodes.Of(code).Name,
            Measure(context, rows, features, Seeded(code, options.Seed), cancellation))));

    private static SpikeQualityMetrics Measure(MLContext context, IDataView rows, string features, SpikeCode code,
        CancellationToken cancellation)
    {
        ITransformer encoder = SpikeCodes.Of(code).MakeEstimator(context, [new InputOutputColumnPair(Spikes, features)],
            code.Validated(), cancellation).Fit(rows);
        IDataView spikes = encoder.Transform(rows);
        IDataView decoded = context.Transforms.Spikes.Decode(Decoded, Spikes, ((ISpikeTransformer)encoder).Codes[0]).Fit(spikes)
            .Transform(spikes);
        return context.SpikeQuality.Evaluate(decoded, features, Decoded, Spikes, cancellation);
    }

    /// <summary>The same draws in every run.</summary>
    private static SpikeCode Seeded(SpikeCode code, int seed) =>
        code.Draws is { Seed: null } draws ? code.WithDraws(draws with { Seed = seed }) : code;
}
