using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(LatencyEncodingTransformer), null, typeof(SignatureLoadModel),
    "Latency spike encoding", LatencyEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(LatencyEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Latency spike encoding", LatencyEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features as one spike each, early for large values and late for small ones (<see cref="LatencyEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | With NumSteps null, or Normalize and not Linear: the largest spike time. Otherwise no |
/// | Input column data type | Single, Double or Byte: scalar or known-size vector, values in [0, 1] |
/// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// </remarks>
public sealed class LatencyEncodingEstimator : SpikeEstimator<LatencyEncodingTransformer>
{
    private readonly LatencyEncodingOptions _options;

    internal LatencyEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, LatencyEncodingOptions options)
        : base(environment, nameof(LatencyEncodingEstimator), columns) => _options = options.Validated();

    internal override LatencyEncodingTransformer FitChecked(IDataView input)
    {
        bool needed = _options.NumSteps is null || _options is { Normalize: true, Linear: false };
        return new(Host, ColumnPairs, _options, LatencyLearning.Learn(Host, input, ColumnPairs, _options, needed));
    }
}

/// <summary>Adds latency-coded spike columns: what fitting a <see cref="LatencyEncodingEstimator"/> gives.</summary>
public sealed class LatencyEncodingTransformer : SpikeTransformer
{
    internal const string LoaderSignature = "SpikeLatencyEncoding";

    private readonly LearnedLatency[] _learned;
    private readonly LatencyEncodingOptions[] _resolved;
    private readonly LatencyCode[] _codes;

    internal LatencyEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns,
        LatencyEncodingOptions options, LearnedLatency[] learned)
        : base(host, columns)
    {
        Options = options;
        _learned = learned;
        _resolved = [.. learned.Select(own => own.Resolve(options).Validated())];
        _codes = [.. learned.Select((own, pair) => new LatencyCode(_resolved[pair], own.LargestTime))];
    }

    /// <summary>The options, as the estimator was given them.</summary>
    public LatencyEncodingOptions Options { get; }

    /// <summary>The options of each column with all that was learned: what <c>Decode</c> takes.</summary>
    public IReadOnlyList<LatencyEncodingOptions> FittedOptions => [.. _learned.Select(own => own.Fitted(Options))];

    /// <summary>The number of steps of each spike column: given, or learned.</summary>
    public IReadOnlyList<int> NumSteps => [.. _resolved.Select(options => options.NumSteps!.Value)];

    internal override (string, string) Signature => ("SPKLATCY", LoaderSignature);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        inputDimensions.Insert(0, _resolved[pair].NumSteps!.Value);

    internal override void EncodeRow(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, ref VBuffer<float> spikes)
    {
        LatencyEncodingOptions options = _resolved[pair];
        int length = features.Length * options.NumSteps!.Value;
        if (options is { OffTarget: 0, Interpolate: false } && features.Length <= SpikeBuffers.LargestSparseCount(length))
        {
            VBufferEditor<float> sparse = VBufferEditor.Create(ref spikes, length, features.Length);
            FeatureCheck.AllUnit(features);
            int count = LatencySlots.Encode(features, sparse.Indices, options.NumSteps!.Value, _codes[pair], options);
            sparse.Values[..count].Fill((float)options.OnTarget);
            spikes = sparse.CommitTruncated(count);
            return;
        }
        VBufferEditor<float> dense = VBufferEditor.Create(ref spikes, length);
        LatencyEncoding.Encode(features, dense.Values, options, _learned[pair].LargestTime);
        spikes = dense.Commit();
    }

    internal override void SaveState(BinaryWriter writer)
    {
        Options.Save(writer);
        foreach (LearnedLatency learned in _learned)
            learned.Save(writer);
    }

    internal static LatencyEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKLATCY", LoaderSignature), (columns, reader) => new LatencyEncodingTransformer(host, columns,
            LatencyEncodingOptions.Load(reader), [.. columns.Select(_ => LearnedLatency.Load(reader))]));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
