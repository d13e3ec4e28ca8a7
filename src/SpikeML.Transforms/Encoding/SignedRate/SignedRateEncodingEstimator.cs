using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(SignedRateEncodingTransformer), null, typeof(SignatureLoadModel),
    "Signed rate spike encoding", SignedRateEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(SignedRateEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Signed rate spike encoding", SignedRateEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features of either sign as spikes and off-spikes at their rates (<see cref="SignedRateEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Single, Double or Byte: scalar or known-size vector |
/// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// A row's spikes depend on the saved seed, the row's values and, if named, the row key column; not on its position.
/// </remarks>
public sealed class SignedRateEncodingEstimator : FeatureCodeEstimator<SignedRateEncodingTransformer, SignedRateEncodingOptions>
{
    internal SignedRateEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, SignedRateEncodingOptions options)
        : base(environment, nameof(SignedRateEncodingEstimator), columns, options.Validated())
    {
    }

    internal override SignedRateEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, Options);
}

/// <summary>What fitting a <see cref="SignedRateEncodingEstimator"/> gives.</summary>
public sealed class SignedRateEncodingTransformer : FeatureCodeTransformer<SignedRateEncodingOptions>
{
    internal const string LoaderSignature = "SpikeSignedRate";

    internal SignedRateEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, SignedRateEncodingOptions options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKSIGNR", LoaderSignature);

    internal override void Encode(int pair, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        SignedRateEncoding.Encode(features, spikes, Options, rowKey);

    internal static SignedRateEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKSIGNR", LoaderSignature), SignedRateEncodingOptions.Load,
            (host, columns, options) => new SignedRateEncodingTransformer(host, columns, options));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
