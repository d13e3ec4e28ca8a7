using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(RankOrderEncodingTransformer), null, typeof(SignatureLoadModel),
    "Rank order spike encoding", RankOrderEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(RankOrderEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Rank order spike encoding", RankOrderEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features as the order of their sizes (<see cref="RankOrderEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Single, Double or Byte: scalar or known-size vector |
/// | Output column data type | Known-size vector of Single, dimensions [NumSteps or the number of features, input dimensions] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// </remarks>
public sealed class RankOrderEncodingEstimator : SpikeEstimator<RankOrderEncodingTransformer>
{
    private readonly RankOrderEncodingOptions _options;

    internal RankOrderEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, RankOrderEncodingOptions options)
        : base(environment, nameof(RankOrderEncodingEstimator), columns) =>
        _options = options.Validated();

    internal override RankOrderEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _options);
}

/// <summary>What fitting a <see cref="RankOrderEncodingEstimator"/> gives.</summary>
public sealed class RankOrderEncodingTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikeRankOrder";

    internal RankOrderEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, RankOrderEncodingOptions options)
        : base(host, columns) => Options = options;

    /// <summary>The options.</summary>
    public RankOrderEncodingOptions Options { get; }

    internal override (string, string) Signature => ("SPKRANKO", LoaderSignature);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        [Options.NumSteps ?? inputDimensions.Aggregate(1, (product, dimension) => (int)Math.Min((long)product * dimension, int.MaxValue)), .. inputDimensions];

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) => (Options.NumSteps ?? inputLength) * inputLength;

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        RankOrderEncoding.Encode(features, spikes, Options);

    internal override void SaveState(BinaryWriter writer) => Options.Save(writer);

    internal static RankOrderEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKRANKO", LoaderSignature), (columns, reader) =>
            new RankOrderEncodingTransformer(host, columns, RankOrderEncodingOptions.Load(reader)));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
