using System.Collections.Immutable;
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
public sealed class SignedRateEncodingEstimator : SpikeEstimator<SignedRateEncodingTransformer>
{
    private readonly SignedRateEncodingOptions _options;

    internal SignedRateEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, SignedRateEncodingOptions options)
        : base(environment, nameof(SignedRateEncodingEstimator), columns) =>
        _options = options.Validated() with { Seed = options.Seed ?? Host.Rand.Next() };

    internal override string? RowKeyColumn => _options.RowKeyColumnName;

    internal override SignedRateEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _options);
}

/// <summary>What fitting a <see cref="SignedRateEncodingEstimator"/> gives.</summary>
public sealed class SignedRateEncodingTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikeSignedRate";

    internal SignedRateEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, SignedRateEncodingOptions options)
        : base(host, columns) => Options = options;

    /// <summary>The options, with the seed that the draws come from.</summary>
    public SignedRateEncodingOptions Options { get; }

    internal override string? RowKeyColumn => Options.RowKeyColumnName;

    internal override (string, string) Signature => ("SPKSIGNR", LoaderSignature);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        [Options.NumSteps, .. inputDimensions];

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) => Options.NumSteps * inputLength;

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        SignedRateEncoding.Encode(features, spikes, Options, rowKey);

    internal override void SaveState(BinaryWriter writer) => Options.Save(writer);

    internal static SignedRateEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKSIGNR", LoaderSignature), (columns, reader) =>
            new SignedRateEncodingTransformer(host, columns, SignedRateEncodingOptions.Load(reader)));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
