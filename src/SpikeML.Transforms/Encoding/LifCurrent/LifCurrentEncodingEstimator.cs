using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(LifCurrentEncodingTransformer), null, typeof(SignatureLoadModel),
    "LIF current spike encoding", LifCurrentEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(LifCurrentEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "LIF current spike encoding", LifCurrentEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes features as the spikes of neurons that they drive as currents (<see cref="LifCurrentEncoding"/>).</summary>
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
/// </remarks>
public sealed class LifCurrentEncodingEstimator : SpikeEstimator<LifCurrentEncodingTransformer>
{
    private readonly LifCurrentEncodingOptions _options;

    internal LifCurrentEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, LifCurrentEncodingOptions options)
        : base(environment, nameof(LifCurrentEncodingEstimator), columns) =>
        _options = options.Validated();

    internal override LifCurrentEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _options);
}

/// <summary>What fitting a <see cref="LifCurrentEncodingEstimator"/> gives.</summary>
public sealed class LifCurrentEncodingTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikeLifCurrent";

    internal LifCurrentEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, LifCurrentEncodingOptions options)
        : base(host, columns) => Options = options;

    /// <summary>The options.</summary>
    public LifCurrentEncodingOptions Options { get; }

    internal override (string, string) Signature => ("SPKLIFCU", LoaderSignature);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        [Options.NumSteps, .. inputDimensions];

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) => Options.NumSteps * inputLength;

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        LifCurrentEncoding.Encode(features, spikes, Options);

    internal override void SaveState(BinaryWriter writer) => Options.Save(writer);

    internal static LifCurrentEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKLIFCU", LoaderSignature), (columns, reader) =>
            new LifCurrentEncodingTransformer(host, columns, LifCurrentEncodingOptions.Load(reader)));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
