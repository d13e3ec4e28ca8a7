using System.Collections.Immutable;
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
public sealed class RegularRateEncodingEstimator : SpikeEstimator<RegularRateEncodingTransformer>
{
    private readonly RegularRateEncodingOptions _options;

    internal RegularRateEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, RegularRateEncodingOptions options)
        : base(environment, nameof(RegularRateEncodingEstimator), columns) =>
        _options = options.Validated();

    internal override RegularRateEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _options);
}

/// <summary>What fitting a <see cref="RegularRateEncodingEstimator"/> gives.</summary>
public sealed class RegularRateEncodingTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikeRegularRate";

    internal RegularRateEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, RegularRateEncodingOptions options)
        : base(host, columns) => Options = options;

    /// <summary>The options.</summary>
    public RegularRateEncodingOptions Options { get; }

    internal override (string, string) Signature => ("SPKREGRT", LoaderSignature);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        [Options.NumSteps, .. inputDimensions];

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) => Options.NumSteps * inputLength;

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        RegularRateEncoding.Encode(features, spikes, Options);

    internal override void SaveState(BinaryWriter writer) => Options.Save(writer);

    internal static RegularRateEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKREGRT", LoaderSignature), (columns, reader) =>
            new RegularRateEncodingTransformer(host, columns, RegularRateEncodingOptions.Load(reader)));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
