using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(ReceptiveFieldEncodingTransformer), null, typeof(SignatureLoadModel),
    "Receptive field spike encoding", ReceptiveFieldEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(ReceptiveFieldEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Receptive field spike encoding", ReceptiveFieldEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes each feature as the first-spike times of a population (<see cref="ReceptiveFieldEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | With Range null: the range of each slot. Otherwise no |
/// | Input column data type | Single, Double or Byte: scalar or known-size vector |
/// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions, NumFields] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// Values outside what was learned drive the outermost fields, or none; no value is an error but NaN and infinity.
/// </remarks>
public sealed class ReceptiveFieldEncodingEstimator : PopulationCodeEstimator<ReceptiveFieldEncodingTransformer, ReceptiveFieldEncodingOptions>
{
    internal ReceptiveFieldEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, ReceptiveFieldEncodingOptions options)
        : base(environment, nameof(ReceptiveFieldEncodingEstimator), columns, options.Validated())
    {
    }

    internal override ReceptiveFieldEncodingTransformer Make(ValueRange[][] ranges) => new(Host, ColumnPairs, Options, ranges);
}

/// <summary>What fitting a <see cref="ReceptiveFieldEncodingEstimator"/> gives.</summary>
public sealed class ReceptiveFieldEncodingTransformer : PopulationCodeTransformer<ReceptiveFieldEncodingOptions>
{
    internal const string LoaderSignature = "SpikeReceptiveField";

    internal ReceptiveFieldEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, ReceptiveFieldEncodingOptions options, ValueRange[][] ranges)
        : base(host, columns, options, ranges)
    {
    }

    internal override (string, string) Signature => ("SPKFIELD", LoaderSignature);

    internal override void Encode(int pair, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        ReceptiveFieldEncoding.Encode(features, spikes, RangesOf(pair), Options);

    internal static ReceptiveFieldEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKFIELD", LoaderSignature), ReceptiveFieldEncodingOptions.Load,
            (host, columns, options, ranges) => new ReceptiveFieldEncodingTransformer(host, columns, options, ranges));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
