using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(MultiThresholdEncodingTransformer), null, typeof(SignatureLoadModel),
    "Multi-threshold crossing spike encoding", MultiThresholdEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(MultiThresholdEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Multi-threshold crossing spike encoding", MultiThresholdEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes series as spikes of the neurons whose thresholds they cross (<see cref="MultiThresholdEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | With NumThresholds, Lowest or Highest null: those of the best decoded signal. Otherwise no |
/// | Input column data type | Single, Double or Byte: known-size vector, time first |
/// | Output column data type | Known-size vector of Single, dimensions [input dimensions, 2 NumThresholds] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// </remarks>
public sealed class MultiThresholdEncodingEstimator : SeriesCodeEstimator<MultiThresholdEncodingTransformer, MultiThresholdEncodingOptions>
{
    internal MultiThresholdEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, MultiThresholdEncodingOptions options)
        : base(environment, nameof(MultiThresholdEncodingEstimator), columns, options.Validated())
    {
    }

    internal override MultiThresholdEncodingTransformer Make(MultiThresholdEncodingOptions[] options) => new(Host, ColumnPairs, options);
}

/// <summary>What fitting a <see cref="MultiThresholdEncodingEstimator"/> gives.</summary>
public sealed class MultiThresholdEncodingTransformer : SeriesCodeTransformer<MultiThresholdEncodingOptions>
{
    internal const string LoaderSignature = "SpikeMultiThreshold";

    internal MultiThresholdEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, MultiThresholdEncodingOptions[] options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKMULTI", LoaderSignature);

    internal static MultiThresholdEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKMULTI", LoaderSignature), MultiThresholdEncodingOptions.Load,
            (host, columns, options) => new MultiThresholdEncodingTransformer(host, columns, options));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
