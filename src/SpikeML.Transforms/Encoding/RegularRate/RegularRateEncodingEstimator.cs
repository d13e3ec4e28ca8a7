using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(RegularRateEncodingTransformer), null, typeof(SignatureLoadModel),
    "Regular rate spike encoding", RegularRateEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(RegularRateEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Regular rate spike encoding", RegularRateEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features as evenly spaced spikes (<see cref="RegularRateEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Single, Double or Byte: scalar or known-size vector, values of 0 and above |
/// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// </remarks>
public sealed class RegularRateEncodingEstimator : FeatureCodeEstimator<RegularRateEncodingTransformer, RegularRateEncodingOptions>
{
    internal RegularRateEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, RegularRateEncodingOptions options)
        : base(environment, nameof(RegularRateEncodingEstimator), columns, options.Validated())
    {
    }

    internal override RegularRateEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, Options);
}

/// <summary>What fitting a <see cref="RegularRateEncodingEstimator"/> gives.</summary>
public sealed class RegularRateEncodingTransformer : FeatureCodeTransformer<RegularRateEncodingOptions>
{
    internal const string LoaderSignature = "SpikeRegularRate";

    internal RegularRateEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, RegularRateEncodingOptions options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKREGRT", LoaderSignature);

    internal override void Encode(int pair, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        RegularRateEncoding.Encode(features, spikes, Options);

    internal static RegularRateEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKREGRT", LoaderSignature), RegularRateEncodingOptions.Load,
            (host, columns, options) => new RegularRateEncodingTransformer(host, columns, options));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
