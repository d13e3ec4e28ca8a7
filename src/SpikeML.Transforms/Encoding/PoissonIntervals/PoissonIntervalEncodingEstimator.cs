using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(PoissonIntervalEncodingTransformer), null, typeof(SignatureLoadModel),
    "Poisson interval spike encoding", PoissonIntervalEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(PoissonIntervalEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Poisson interval spike encoding", PoissonIntervalEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes rates as spikes with Poisson-distributed intervals (<see cref="PoissonIntervalEncoding"/>).</summary>
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
/// A row's spikes depend on the saved seed, the row's values and, if named, the row key column; not on its position.
/// </remarks>
public sealed class PoissonIntervalEncodingEstimator : FeatureCodeEstimator<PoissonIntervalEncodingTransformer, PoissonIntervalEncodingOptions>
{
    internal PoissonIntervalEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, PoissonIntervalEncodingOptions options)
        : base(environment, nameof(PoissonIntervalEncodingEstimator), columns, options.Validated())
    {
    }

    internal override PoissonIntervalEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, Options);
}

/// <summary>What fitting a <see cref="PoissonIntervalEncodingEstimator"/> gives.</summary>
public sealed class PoissonIntervalEncodingTransformer : FeatureCodeTransformer<PoissonIntervalEncodingOptions>
{
    internal const string LoaderSignature = "SpikePoissonInterval";

    internal PoissonIntervalEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, PoissonIntervalEncodingOptions options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKPOISI", LoaderSignature);

    internal override void Encode(int pair, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        PoissonIntervalEncoding.Encode(features, spikes, Options, rowKey);

    internal static PoissonIntervalEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKPOISI", LoaderSignature), PoissonIntervalEncodingOptions.Load,
            (host, columns, options) => new PoissonIntervalEncodingTransformer(host, columns, options));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
