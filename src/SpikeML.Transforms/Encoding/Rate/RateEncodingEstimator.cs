using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(RateEncodingTransformer), null, typeof(SignatureLoadModel),
    "Rate spike encoding", RateEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(RateEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Rate spike encoding", RateEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features as spike trains whose rates follow the features' values (<see cref="RateEncoding"/>).</summary>
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
public sealed class RateEncodingEstimator : SpikeEstimator<RateEncodingTransformer>
{
    private readonly RateEncodingOptions _options;

    internal RateEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, RateEncodingOptions options)
        : base(environment, nameof(RateEncodingEstimator), columns) =>
        _options = options.Validated() with { Seed = options.Seed ?? Host.Rand.Next() };

    internal override bool ScalarAllowed => !_options.TimeVarying;

    internal override string? RowKeyColumn => _options.RowKeyColumnName;

    internal override RateEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _options);
}

/// <summary>Adds rate-coded spike columns: what fitting a <see cref="RateEncodingEstimator"/> gives.</summary>
public sealed class RateEncodingTransformer : SpikeTransformer
{
    internal const string LoaderSignature = "SpikeRateEncoding";

    internal RateEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, RateEncodingOptions options)
        : base(host, columns) => Options = options;

    /// <summary>The options, with the seed that the draws come from.</summary>
    public RateEncodingOptions Options { get; }

    internal override bool ScalarAllowed => !Options.TimeVarying;

    internal override string? RowKeyColumn => Options.RowKeyColumnName;

    /// <summary>The same encoding with draws of its own for each epoch; epoch 0 has those of the seed itself.</summary>
    internal RateEncodingTransformer InEpoch(int epoch) =>
        new(Host, ColumnPairs, Options with { Seed = unchecked(Options.Seed!.Value + (epoch * (int)0x9E3779B9)) });

    internal override (string, string) Signature => ("SPKRATE ", LoaderSignature);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) => Options.TimeVarying
        ? inputDimensions.SetItem(0, Options.TimeVaryingSteps(inputDimensions[0]))
        : inputDimensions.Insert(0, Options.NumSteps);

    internal override void EncodeRow(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, ref VBuffer<float> spikes)
    {
        int length = Options.TimeVarying
            ? features.Length / inputDimensions[0] * Options.TimeVaryingSteps(inputDimensions[0])
            : features.Length * Options.NumSteps;
        int room = RateEncoding.RoomForSlots(features, Options);
        if (room <= SpikeBuffers.LargestSparseCount(length) && TryEncodeSparse(features, rowKey, length, room, ref spikes))
            return;
        VBufferEditor<float> dense = VBufferEditor.Create(ref spikes, length);
        RateEncoding.Encode(features, dense.Values, Options, rowKey);
        spikes = dense.Commit();
    }

    internal override void SaveState(BinaryWriter writer) => Options.Save(writer);

    internal static RateEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKRATE ", LoaderSignature), (columns, reader) => new RateEncodingTransformer(host, columns, RateEncodingOptions.Load(reader)));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);

    private bool TryEncodeSparse(ReadOnlySpan<float> features, ulong rowKey, int length, int room, ref VBuffer<float> spikes)
    {
        VBufferEditor<float> sparse = VBufferEditor.Create(ref spikes, length, room);
        if (!RateEncoding.TryEncodeSlots(features, length, sparse.Indices, Options, rowKey, out int count))
            return false;
        sparse.Values[..count].Fill(1);
        spikes = sparse.CommitTruncated(count);
        return true;
    }
}
