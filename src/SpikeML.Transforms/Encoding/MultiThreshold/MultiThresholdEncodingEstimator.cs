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
/// | Does this estimator need to look at the data to train its parameters? | With Lowest or Highest null: the range of the values. Otherwise no |
/// | Input column data type | Single, Double or Byte: known-size vector, time first |
/// | Output column data type | Known-size vector of Single, dimensions [input dimensions, 2 NumThresholds] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// </remarks>
public sealed class MultiThresholdEncodingEstimator : SeriesCodeEstimator<MultiThresholdEncodingTransformer>
{
    internal MultiThresholdEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, MultiThresholdEncodingOptions options)
        : base(environment, nameof(MultiThresholdEncodingEstimator), columns, options.Validated())
    {
    }

    internal override MultiThresholdEncodingTransformer Make(SeriesCodeOptions[] codes) => new(Host, ColumnPairs, codes);
}

/// <summary>What fitting a <see cref="MultiThresholdEncodingEstimator"/> gives.</summary>
public sealed class MultiThresholdEncodingTransformer : SeriesCodeTransformer
{
    internal const string LoaderSignature = "SpikeMultiThreshold";

    internal MultiThresholdEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, SeriesCodeOptions[] codes)
        : base(host, columns, codes)
    {
    }

    /// <summary>The options of each column, with what was learned.</summary>
    public IReadOnlyList<MultiThresholdEncodingOptions> Options => [.. Codes.Cast<MultiThresholdEncodingOptions>()];

    internal override (string, string) Signature => ("SPKMULTI", LoaderSignature);

    internal static MultiThresholdEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKMULTI", LoaderSignature), (columns, reader) =>
            new MultiThresholdEncodingTransformer(host, columns, [.. columns.Select(_ => MultiThresholdEncodingOptions.Load(reader))]));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
