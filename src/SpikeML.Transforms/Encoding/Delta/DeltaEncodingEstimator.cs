using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(DeltaEncodingTransformer), null, typeof(SignatureLoadModel),
    "Delta spike encoding", DeltaEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(DeltaEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Delta spike encoding", DeltaEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes series as spikes at their changes (<see cref="DeltaEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Single, Double or Byte: known-size vector, time first |
/// | Output column data type | Known-size vector of Single, the input's dimensions |
/// | Exportable to ONNX | No |
/// ]]></format>
/// The series is one row's vector. Its first dimension is time; a vector of one dimension is the series of one neuron.
/// </remarks>
public sealed class DeltaEncodingEstimator : SpikeEstimator<DeltaEncodingTransformer>
{
    private readonly DeltaEncodingOptions _options;

    internal DeltaEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, DeltaEncodingOptions options)
        : base(environment, nameof(DeltaEncodingEstimator), columns) => _options = options.Validated();

    internal override bool ScalarAllowed => false;

    internal override DeltaEncodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _options);
}

/// <summary>Adds delta-modulated spike columns: what fitting a <see cref="DeltaEncodingEstimator"/> gives.</summary>
public sealed class DeltaEncodingTransformer : SpikeTransformer
{
    internal const string LoaderSignature = "SpikeDeltaEncoding";

    internal DeltaEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, DeltaEncodingOptions options)
        : base(host, columns) => Options = options;

    /// <summary>The options.</summary>
    public DeltaEncodingOptions Options { get; }

    internal override bool ScalarAllowed => false;

    internal override (string, string) Signature => ("SPKDELTA", LoaderSignature);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) => inputDimensions;

    internal override void EncodeRow(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, ref VBuffer<float> spikes)
    {
        VBufferEditor<float> dense = VBufferEditor.Create(ref spikes, features.Length);
        int count = DeltaEncoding.Encode(features, dense.Values, features.Length / inputDimensions[0], Options);
        spikes = dense.Commit();
        SpikeBuffers.Compact(ref spikes, count);
    }

    internal override void SaveState(BinaryWriter writer) => Options.Save(writer);

    internal static DeltaEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKDELTA", LoaderSignature), (columns, reader) =>
            new DeltaEncodingTransformer(host, columns, DeltaEncodingOptions.Load(reader)));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
