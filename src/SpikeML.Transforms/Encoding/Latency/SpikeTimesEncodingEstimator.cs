using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(SpikeTimesEncodingTransformer), null, typeof(SignatureLoadModel),
    "Spike time encoding", SpikeTimesEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(SpikeTimesEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Spike time encoding", SpikeTimesEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features as the times, in steps, at which latency coding fires (<see cref="LatencyEncoding.EncodeTimes"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | With Normalize and not Linear: the largest spike time. Otherwise no |
/// | Input column data type | Single, Double or Byte: scalar or known-size vector, values in [0, 1] |
/// | Output column data type | Known-size vector of Single, the input's dimensions; [1] for a scalar |
/// | Exportable to ONNX | No |
/// ]]></format>
/// Times are not limited to NumSteps, as in snnTorch's <c>latency_code</c>; Bypass makes no difference.
/// </remarks>
public sealed class SpikeTimesEncodingEstimator : SpikeEstimator<SpikeTimesEncodingTransformer>
{
    private readonly LatencyEncodingOptions _options;

    internal SpikeTimesEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, LatencyEncodingOptions options)
        : base(environment, nameof(SpikeTimesEncodingEstimator), columns)
    {
        OptionCheck.Require(options.OnTarget == 1, options.OnTarget, nameof(options.OnTarget), "Spike times have no amplitude: leave OnTarget at 1.");
        OptionCheck.Require(options.OffTarget == 0, options.OffTarget, nameof(options.OffTarget), "Spike times have no amplitude: leave OffTarget at 0.");
        OptionCheck.Require(!options.Interpolate, options.Interpolate, nameof(options.Interpolate), "Spike times have no amplitude: leave Interpolate unset.");
        _options = options.Validated();
    }

    internal override SpikeTimesEncodingTransformer FitChecked(IDataView input) =>
        new(Host, ColumnPairs, _options, LatencyLearning.Learn(Host, input, ColumnPairs, _options, _options is { Normalize: true, Linear: false }));
}

/// <summary>Adds columns of spike times: what fitting a <see cref="SpikeTimesEncodingEstimator"/> gives.</summary>
public sealed class SpikeTimesEncodingTransformer : SpikeTransformer
{
    internal const string LoaderSignature = "SpikeTimesEncoding";

    private readonly LearnedLatency[] _learned;

    internal SpikeTimesEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns,
        LatencyEncodingOptions options, LearnedLatency[] learned)
        : base(host, columns)
    {
        Options = options;
        _learned = learned;
    }

    /// <summary>The options.</summary>
    public LatencyEncodingOptions Options { get; }

    /// <summary>The options of each column with all that was learned: what <c>DecodeSpikeTimes</c> takes.</summary>
    public IReadOnlyList<LatencyEncodingOptions> FittedOptions => [.. _learned.Select(own => own.Fitted(Options))];

    internal override (string, string) Signature => ("SPKTIMES", LoaderSignature);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        inputDimensions.IsEmpty ? [1] : inputDimensions;

    internal override void EncodeRow(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, ref VBuffer<float> spikes)
    {
        VBufferEditor<float> times = VBufferEditor.Create(ref spikes, features.Length);
        LatencyEncoding.EncodeTimes(features, times.Values, Options, _learned[pair].LargestTime);
        spikes = times.Commit();
    }

    internal override void SaveState(BinaryWriter writer)
    {
        Options.Save(writer);
        foreach (LearnedLatency learned in _learned)
            learned.Save(writer);
    }

    internal static SpikeTimesEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKTIMES", LoaderSignature), (columns, reader) => new SpikeTimesEncodingTransformer(host, columns,
            LatencyEncodingOptions.Load(reader), [.. columns.Select(_ => LearnedLatency.Load(reader))]));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
