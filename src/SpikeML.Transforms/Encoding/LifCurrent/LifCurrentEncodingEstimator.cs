using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(LifCurrentEncodingTransformer), null, typeof(SignatureLoadModel),
    "LIF current spike encoding", LifCurrentEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(LifCurrentEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "LIF current spike encoding", LifCurrentEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features as the spikes of neurons that they drive as currents (<see cref="LifCurrentEncoding"/>).</summary>
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
/// </remarks>
public sealed class LifCurrentEncodingEstimator : FeatureCodeEstimator<LifCurrentEncodingTransformer, LifCurrentEncodingOptions>
{
    internal LifCurrentEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, LifCurrentEncodingOptions options)
        : base(environment, nameof(LifCurrentEncodingEstimator), columns, options.Validated())
    {
    }

    internal override LifCurrentEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, Options);
}

/// <summary>What fitting a <see cref="LifCurrentEncodingEstimator"/> gives.</summary>
public sealed class LifCurrentEncodingTransformer : FeatureCodeTransformer<LifCurrentEncodingOptions>
{
    internal const string LoaderSignature = "SpikeLifCurrent";

    internal LifCurrentEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, LifCurrentEncodingOptions options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKLIFCU", LoaderSignature);

    internal override void Encode(int pair, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        LifCurrentEncoding.Encode(features, spikes, Options);

    internal static LifCurrentEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKLIFCU", LoaderSignature), LifCurrentEncodingOptions.Load,
            (host, columns, options) => new LifCurrentEncodingTransformer(host, columns, options));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
