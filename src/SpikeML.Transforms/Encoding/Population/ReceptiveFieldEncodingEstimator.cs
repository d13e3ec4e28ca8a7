using System.Collections.Immutable;
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
public sealed class ReceptiveFieldEncodingEstimator : SpikeEstimator<ReceptiveFieldEncodingTransformer>
{
    private readonly ReceptiveFieldEncodingOptions _options;

    internal ReceptiveFieldEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, ReceptiveFieldEncodingOptions options)
        : base(environment, nameof(ReceptiveFieldEncodingEstimator), columns) =>
        _options = options.Validated();

    internal override ReceptiveFieldEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _options, _options.Range is { } range
        ? [.. ColumnPairs.Select(_ => new[] { range })]
        : LearnedRanges.Learn(Host, input, ColumnPairs));
}

/// <summary>What fitting a <see cref="ReceptiveFieldEncodingEstimator"/> gives.</summary>
public sealed class ReceptiveFieldEncodingTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikeReceptiveField";

    private readonly ValueRange[][] _ranges;

    internal ReceptiveFieldEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, ReceptiveFieldEncodingOptions options, ValueRange[][] ranges)
        : base(host, columns)
    {
        Options = options;
        _ranges = ranges;
    }

    /// <summary>The options.</summary>
    public ReceptiveFieldEncodingOptions Options { get; }

    /// <summary>The ranges of each column: one for each slot, or one for all.</summary>
    public IReadOnlyList<IReadOnlyList<ValueRange>> Ranges => _ranges;

    internal override (string, string) Signature => ("SPKFIELD", LoaderSignature);

    internal override ImmutableArray<int> InputDimensions(int pair, DataViewSchema.Column column) => LearnedRanges.Dimensions(Host, column, _ranges[pair]);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        [Options.NumSteps, .. inputDimensions, Options.NumFields];

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) => Options.NumSteps * inputLength * Options.NumFields;

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        ReceptiveFieldEncoding.Encode(features, spikes, _ranges[pair], Options);

    internal override void SaveState(BinaryWriter writer)
    {
        Options.Save(writer);
        foreach (ValueRange[] ranges in _ranges)
            writer.WriteRanges(ranges);
    }

    internal static ReceptiveFieldEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKFIELD", LoaderSignature), (columns, reader) =>
            new ReceptiveFieldEncodingTransformer(host, columns, ReceptiveFieldEncodingOptions.Load(reader), [.. columns.Select(_ => reader.ReadRanges())]));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
