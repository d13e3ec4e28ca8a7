using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(PopulationRateEncodingTransformer), null, typeof(SignatureLoadModel),
    "Population rate spike encoding", PopulationRateEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(PopulationRateEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Population rate spike encoding", PopulationRateEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes each feature as the rates of a population (<see cref="PopulationRateEncoding"/>).</summary>
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
/// A row's spikes depend on the saved seed, the row's values and, if named, the row key column; not on its position.
/// </remarks>
public sealed class PopulationRateEncodingEstimator : SpikeEstimator<PopulationRateEncodingTransformer>
{
    private readonly PopulationRateEncodingOptions _options;

    internal PopulationRateEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, PopulationRateEncodingOptions options)
        : base(environment, nameof(PopulationRateEncodingEstimator), columns) =>
        _options = options.Validated() with { Seed = options.Seed ?? Host.Rand.Next() };

    internal override string? RowKeyColumn => _options.RowKeyColumnName;

    internal override PopulationRateEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _options, _options.Range is { } range
        ? [.. ColumnPairs.Select(_ => new[] { range })]
        : LearnedRanges.Learn(Host, input, ColumnPairs));
}

/// <summary>What fitting a <see cref="PopulationRateEncodingEstimator"/> gives.</summary>
public sealed class PopulationRateEncodingTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikePopulationRate";

    private readonly ValueRange[][] _ranges;

    internal PopulationRateEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, PopulationRateEncodingOptions options, ValueRange[][] ranges)
        : base(host, columns)
    {
        Options = options;
        _ranges = ranges;
    }

    /// <summary>The options.</summary>
    public PopulationRateEncodingOptions Options { get; }

    /// <summary>The ranges of each column: one for each slot, or one for all.</summary>
    public IReadOnlyList<IReadOnlyList<ValueRange>> Ranges => _ranges;

    internal override string? RowKeyColumn => Options.RowKeyColumnName;

    internal override (string, string) Signature => ("SPKPOPRT", LoaderSignature);

    internal override ImmutableArray<int> InputDimensions(int pair, DataViewSchema.Column column) => LearnedRanges.Dimensions(Host, column, _ranges[pair]);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        [Options.NumSteps, .. inputDimensions, Options.NumFields];

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) => Options.NumSteps * inputLength * Options.NumFields;

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        PopulationRateEncoding.Encode(features, spikes, _ranges[pair], Options, rowKey);

    internal override void SaveState(BinaryWriter writer)
    {
        Options.Save(writer);
        foreach (ValueRange[] ranges in _ranges)
            writer.WriteRanges(ranges);
    }

    internal static PopulationRateEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKPOPRT", LoaderSignature), (columns, reader) =>
            new PopulationRateEncodingTransformer(host, columns, PopulationRateEncodingOptions.Load(reader), [.. columns.Select(_ => reader.ReadRanges())]));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
