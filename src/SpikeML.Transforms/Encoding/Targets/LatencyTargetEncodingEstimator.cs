using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(LatencyTargetEncodingTransformer), null, typeof(SignatureLoadModel),
    "Latency-coded spike targets", LatencyTargetEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(LatencyTargetEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Latency-coded spike targets", LatencyTargetEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes labels as first-spike targets: the correct class's neuron fires first, every other last (<see cref="LatencyTargetEncoding"/>).</summary>
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
/// The latest spike time of a one-hot label depends on no data, so Normalize and NumSteps = null read none.
/// </remarks>
public sealed class LatencyTargetEncodingEstimator : SpikeEstimator<LatencyTargetEncodingTransformer>
{
    private readonly LatencyTargetEncodingOptions _options;

    internal LatencyTargetEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, LatencyTargetEncodingOptions options)
        : base(environment, nameof(LatencyTargetEncodingEstimator), columns) => _options = options.Validated().Resolved();

    internal override void CheckInput(SchemaShape.Column column) => LabelColumn.Check(Host, column);

    internal override LatencyTargetEncodingTransformer FitChecked(IDataView input) =>
        new(Host, ColumnPairs, _options, LabelColumn.CountClasses(Host, input, ColumnPairs, _options.NumClasses));
}

/// <summary>What fitting a <see cref="LatencyTargetEncodingEstimator"/> gives.</summary>
public sealed class LatencyTargetEncodingTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikeLatencyTarget";

    private readonly int[] _numClasses;

    internal LatencyTargetEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, LatencyTargetEncodingOptions options, int[] numClasses)
        : base(host, columns)
    {
        Options = options;
        _numClasses = numClasses;
    }

    /// <summary>The options.</summary>
    public LatencyTargetEncodingOptions Options { get; }

    /// <summary>The number of classes of each column: given, or learned.</summary>
    public IReadOnlyList<int> NumClasses => _numClasses;

    internal override (string, string) Signature => ("SPKTGTLT", LoaderSignature);

    internal override ImmutableArray<int> InputDimensions(int pair, DataViewSchema.Column column) => LabelColumn.Dimensions(Host, column);

    internal override FeatureReader MakeReader(DataViewRow row, DataViewSchema.Column column) => LabelReader.Create(row, column);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        [Options.Latency.NumSteps!.Value, .. inputDimensions, _numClasses[pair]];

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) =>
        Options.Latency.NumSteps!.Value * inputLength * _numClasses[pair];

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        LatencyTargetEncoding.Encode(features, spikes, _numClasses[pair], Options);

    internal override void SaveState(BinaryWriter writer)
    {
        writer.WriteNullable(Options.NumClasses);
        Options.Latency.Save(writer);
        foreach (int count in _numClasses)
            writer.Write(count);
    }

    internal static LatencyTargetEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKTGTLT", LoaderSignature), (columns, reader) => new LatencyTargetEncodingTransformer(host, columns,
            new LatencyTargetEncodingOptions
            {
                NumClasses = reader.ReadNullableInt32(),
                Latency = LatencyEncodingOptions.Load(reader),
            }.Validated(), [.. columns.Select(_ => reader.ReadInt32())]));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
