using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(PhaseEncodingTransformer), null, typeof(SignatureLoadModel),
    "Weighted phase spike encoding", PhaseEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(PhaseEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Weighted phase spike encoding", PhaseEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features as the binary digits of their values (<see cref="PhaseEncoding"/>).</summary>
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
public sealed class PhaseEncodingEstimator : FeatureCodeEstimator<PhaseEncodingTransformer, PhaseEncodingOptions>
{
    internal PhaseEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, PhaseEncodingOptions options)
        : base(environment, nameof(PhaseEncodingEstimator), columns, options.Validated())
    {
    }

    internal override PhaseEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, Options);
}

/// <summary>What fitting a <see cref="PhaseEncodingEstimator"/> gives.</summary>
public sealed class PhaseEncodingTransformer : FeatureCodeTransformer<PhaseEncodingOptions>
{
    internal const string LoaderSignature = "SpikePhase";

    internal PhaseEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, PhaseEncodingOptions options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKPHASE", LoaderSignature);

    internal override void Encode(int pair, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        PhaseEncoding.Encode(features, spikes, Options);

    internal static PhaseEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKPHASE", LoaderSignature), PhaseEncodingOptions.Load,
            (host, columns, options) => new PhaseEncodingTransformer(host, columns, options));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
