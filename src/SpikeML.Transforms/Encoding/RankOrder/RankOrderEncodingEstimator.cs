using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(RankOrderEncodingTransformer), null, typeof(SignatureLoadModel),
    "Rank order spike encoding", RankOrderEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(RankOrderEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Rank order spike encoding", RankOrderEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features as the order of their sizes (<see cref="RankOrderEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Single, Double or Byte: scalar or known-size vector |
/// | Output column data type | Known-size vector of Single, dimensions [NumSteps or the number of features, input dimensions] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// </remarks>
public sealed class RankOrderEncodingEstimator : FeatureCodeEstimator<RankOrderEncodingTransformer, RankOrderEncodingOptions>
{
    internal RankOrderEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, RankOrderEncodingOptions options)
        : base(environment, nameof(RankOrderEncodingEstimator), columns, options.Validated())
    {
    }

    internal override RankOrderEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, Options);
}

/// <summary>What fitting a <see cref="RankOrderEncodingEstimator"/> gives.</summary>
public sealed class RankOrderEncodingTransformer : FeatureCodeTransformer<RankOrderEncodingOptions>
{
    internal const string LoaderSignature = "SpikeRankOrder";

    internal RankOrderEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, RankOrderEncodingOptions options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKRANKO", LoaderSignature);

    internal override uint FormatVersion => SecondFormat;

    internal override void Encode(int pair, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        RankOrderEncoding.Encode(features, spikes, Options);

    internal static RankOrderEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKRANKO", LoaderSignature), RankOrderEncodingOptions.Load,
            (host, columns, options) => new RankOrderEncodingTransformer(host, columns, options), SecondFormat);

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
