using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(RateTargetEncodingTransformer), null, typeof(SignatureLoadModel),
    "Rate-coded spike targets", RateTargetEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(RateTargetEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Rate-coded spike targets", RateTargetEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes labels as what each class's neuron should do over time, at a rate for the correct class and one for the others (<see cref="RateTargetEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | Of a numeric column, with NumClasses null: the largest label. Otherwise no |
/// | Input column data type | Key or number (class indices from 0): scalar or known-size vector |
/// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions, classes] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// With a drawn pattern, equal labels give equal targets unless a row key column tells the rows apart.
/// </remarks>
public sealed class RateTargetEncodingEstimator : SpikeEstimator<RateTargetEncodingTransformer>
{
    private readonly RateTargetEncodingOptions _options;

    internal RateTargetEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, RateTargetEncodingOptions options)
        : base(environment, nameof(RateTargetEncodingEstimator), columns) => _options = options.Validated() with { Seed = options.Seed ?? Host.Rand.Next() };

    internal override string? RowKeyColumn => _options.RowKeyColumnName;

    internal override void CheckInput(SchemaShape.Column column) => LabelColumn.Check(Host, column);

    internal override RateTargetEncodingTransformer FitChecked(IDataView input) =>
        new(Host, ColumnPairs, _options, LabelColumn.CountClasses(Host, input, ColumnPairs, _options.NumClasses));
}

/// <summary>What fitting a <see cref="RateTargetEncodingEstimator"/> gives.</summary>
public sealed class RateTargetEncodingTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikeRateTarget";

    private readonly int[] _numClasses;

    internal RateTargetEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, RateTargetEncodingOptions options, int[] numClasses)
        : base(host, columns)
    {
        Options = options;
        _numClasses = numClasses;
    }

    /// <summary>The options.</summary>
    public RateTargetEncodingOptions Options { get; }

    /// <summary>The number of classes of each column: given, or learned.</summary>
    public IReadOnlyList<int> NumClasses => _numClasses;

    internal override string? RowKeyColumn => Options.RowKeyColumnName;

    internal override (string, string) Signature => ("SPKTGTRT", LoaderSignature);

    internal override ImmutableArray<int> InputDimensions(int pair, DataViewSchema.Column column) => LabelColumn.Dimensions(Host, column);

    internal override FeatureReader MakeReader(DataViewRow row, DataViewSchema.Column column) => LabelReader.Create(row, column);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        [Options.NumSteps, .. inputDimensions, _numClasses[pair]];

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) =>
        Options.NumSteps * inputLength * _numClasses[pair];

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        RateTargetEncoding.Encode(features, spikes, _numClasses[pair], Options, rowKey);

    internal override void SaveState(BinaryWriter writer)
    {
        Options.Save(writer);
        foreach (int count in _numClasses)
            writer.Write(count);
    }

    internal static RateTargetEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKTGTRT", LoaderSignature), (columns, reader) => new RateTargetEncodingTransformer(host, columns,
            RateTargetEncodingOptions.Load(reader), [.. columns.Select(_ => reader.ReadInt32())]));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
