using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(LogLatencyEncodingTransformer), null, typeof(SignatureLoadModel),
    "Logarithmic latency spike encoding", LogLatencyEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(LogLatencyEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Logarithmic latency spike encoding", LogLatencyEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features as one spike each, at a time that falls with their logarithm (<see cref="LogLatencyEncoding"/>).</summary>
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
public sealed class LogLatencyEncodingEstimator : FeatureCodeEstimator<LogLatencyEncodingTransformer, LogLatencyEncodingOptions>
{
    internal LogLatencyEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, LogLatencyEncodingOptions options)
        : base(environment, nameof(LogLatencyEncodingEstimator), columns, options.Validated())
    {
    }

    internal override LogLatencyEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, Options);
}

/// <summary>What fitting a <see cref="LogLatencyEncodingEstimator"/> gives.</summary>
public sealed class LogLatencyEncodingTransformer : FeatureCodeTransformer<LogLatencyEncodingOptions>
{
    internal const string LoaderSignature = "SpikeLogLatency";

    internal LogLatencyEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, LogLatencyEncodingOptions options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKLOGLT", LoaderSignature);

    internal override void Encode(int pair, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        LogLatencyEncoding.Encode(features, spikes, Options);

    internal static LogLatencyEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKLOGLT", LoaderSignature), LogLatencyEncodingOptions.Load,
            (host, columns, options) => new LogLatencyEncodingTransformer(host, columns, options));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
