using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(BurstEncodingTransformer), null, typeof(SignatureLoadModel),
    "Burst spike encoding", BurstEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(BurstEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Burst spike encoding", BurstEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features as bursts, longer and faster for large values (<see cref="BurstEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Single, Double or Byte: scalar or known-size vector, values in [0, 1] |
/// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// </remarks>
public sealed class BurstEncodingEstimator : FeatureCodeEstimator<BurstEncodingTransformer, BurstEncodingOptions>
{
    internal BurstEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, BurstEncodingOptions options)
        : base(environment, nameof(BurstEncodingEstimator), columns, options.Validated())
    {
    }

    internal override BurstEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, Options);
}

/// <summary>What fitting a <see cref="BurstEncodingEstimator"/> gives.</summary>
public sealed class BurstEncodingTransformer : FeatureCodeTransformer<BurstEncodingOptions>
{
    internal const string LoaderSignature = "SpikeBurst";

    internal BurstEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, BurstEncodingOptions options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKBURST", LoaderSignature);

    internal override void Encode(int pair, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        BurstEncoding.Encode(features, spikes, Options);

    internal static BurstEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKBURST", LoaderSignature), BurstEncodingOptions.Load,
            (host, columns, options) => new BurstEncodingTransformer(host, columns, options));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
