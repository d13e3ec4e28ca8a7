using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(SpikeDecodingTransformer), null, typeof(SignatureLoadModel),
    "Spike decoding", SpikeDecodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(SpikeDecodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Spike decoding", SpikeDecodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Turns spikes back into the values that a code made them from.</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Single, Double or Byte: known-size vector, as the code gives it |
/// | Output column data type | Known-size vector of Single, the dimensions that were encoded ([1] for a scalar) |
/// | Exportable to ONNX | No |
/// ]]></format>
/// A code of changes keeps nothing of a series' first value; decoded series start at the initial value that is given.
/// </remarks>
public sealed class SpikeDecodingEstimator : SpikeEstimator<SpikeDecodingTransformer>
{
    private readonly DecodableOptions _code;
    private readonly float _initialValue;

    internal SpikeDecodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, DecodableOptions code, float initialValue)
        : base(environment, nameof(SpikeDecodingEstimator), columns) => (_code, _initialValue) = (code, initialValue);

    internal override bool ScalarAllowed => false;

    internal override SpikeDecodingTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _code, _initialValue);
}

/// <summary>What fitting a <see cref="SpikeDecodingEstimator"/> gives.</summary>
public sealed class SpikeDecodingTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikeDecoding";

    internal SpikeDecodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, DecodableOptions code, float initialValue)
        : base(host, columns) => (Code, InitialValue) = (code, initialValue);

    /// <summary>The options that the spikes were encoded with.</summary>
    public DecodableOptions Code { get; }

    /// <summary>What decoded series of codes of changes start at.</summary>
    public float InitialValue { get; }

    internal override bool ScalarAllowed => false;

    internal override (string, string) Signature => ("SPKDECOD", LoaderSignature);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        Code.DecodedDimensions(inputDimensions)!.Value;

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) =>
        inputLength / SpikesPerValue(inputDimensions);

    internal override ImmutableArray<int> InputDimensions(int pair, DataViewSchema.Column column)
    {
        ImmutableArray<int> dimensions = base.InputDimensions(pair, column);
        return Code.DecodedDimensions(dimensions) is not null ? dimensions : throw Host.ExceptSchemaMismatch(
            nameof(column), "input", column.Name, $"spikes as {Code} gives them", column.Type.ToString());
    }

    private int SpikesPerValue(ImmutableArray<int> inputDimensions) => Code switch
    {
        SeriesCodeOptions series => series.Channels,
        FeatureCodeOptions feature => feature.Channels * inputDimensions[0],
        _ => 1,
    };

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes)
    {
        Code.Decode(features, inputDimensions, InitialValue, spikes);
    }

    internal override void SaveState(BinaryWriter writer)
    {
        DecodableCodes.Save(writer, Code);
        writer.Write(InitialValue);
    }

    internal static SpikeDecodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKDECOD", LoaderSignature), (columns, reader) =>
            new SpikeDecodingTransformer(host, columns, DecodableCodes.Load(reader), reader.ReadSingle()));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
