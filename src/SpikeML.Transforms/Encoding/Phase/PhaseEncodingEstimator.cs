using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(PhaseEncodingTransformer), null, typeof(SignatureLoadModel),
    "Weighted phase spike encoding", PhaseEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(PhaseEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Weighted phase spike encoding", PhaseEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features as the binary digits of their values (<see cref="PhaseEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Single, Double or Byte: scalar or known-size vector, values in [0, 1] |
/// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// </remarks>
public sealed class PhaseEncodingEstimator : SpikeEstimator<PhaseEncodingTransformer>
{
    private readonly PhaseEncodingOptions _options;

    internal PhaseEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, PhaseEncodingOptions options)
        : base(environment, nameof(PhaseEncodingEstimator), columns) =>
        _options = options.Validated();

    internal override PhaseEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _options);
}

/// <summary>What fitting a <see cref="PhaseEncodingEstimator"/> gives.</summary>
public sealed class PhaseEncodingTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikePhase";

    internal PhaseEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, PhaseEncodingOptions options)
        : base(host, columns) => Options = options;

    /// <summary>The options.</summary>
    public PhaseEncodingOptions Options { get; }

    internal override (string, string) Signature => ("SPKPHASE", LoaderSignature);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        [Options.NumSteps, .. inputDimensions];

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) => Options.NumSteps * inputLength;

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        PhaseEncoding.Encode(features, spikes, Options);

    internal override void SaveState(BinaryWriter writer) => Options.Save(writer);

    internal static PhaseEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKPHASE", LoaderSignature), (columns, reader) =>
            new PhaseEncodingTransformer(host, columns, PhaseEncodingOptions.Load(reader)));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
