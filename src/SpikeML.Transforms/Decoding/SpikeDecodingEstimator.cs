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
/// A code of changes keeps nothing of a series' first value; decoded series start at the initial value that is given, or at those of a
/// column: a scalar for all neurons, or a vector of the dimensions that were encoded, without time.
/// </remarks>
public sealed class SpikeDecodingEstimator : SpikeEstimator<SpikeDecodingTransformer>
{
    private readonly DecodableOptions _code;
    private readonly float _initialValue;
    private readonly string? _initialValueColumn;

    internal SpikeDecodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns,
        DecodableOptions code, float initialValue, string? initialValueColumn)
        : base(environment, nameof(SpikeDecodingEstimator), columns) =>
        (_code, _initialValue, _initialValueColumn) = (code, initialValue, initialValueColumn);

    internal override bool ScalarAllowed => _code is SpikeTimeDecodingOptions;

    internal override string? InitialValueColumn => _initialValueColumn;

    internal override SpikeDecodingTransformer FitChecked(IDataView input)
    {
        SpikeDecodingTransformer transformer = new(Host, ColumnPairs, _code, _initialValue, _initialValueColumn);
        // Only here are dimensions known, and so whether the code gives such spikes.
        transformer.GetOutputSchema(input.Schema);
        return transformer;
    }
}

/// <summary>What fitting a <see cref="SpikeDecodingEstimator"/> gives.</summary>
public sealed class SpikeDecodingTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikeDecoding";

    internal SpikeDecodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns,
        DecodableOptions code, float initialValue, string? initialValueColumn)
        : base(host, columns) => (Code, InitialValue, InitialValueColumnName) = (code, initialValue, initialValueColumn);

    /// <summary>The options that the spikes were encoded with. Seeds do not count; loaded from a file they are 0 where none was given.</summary>
    public DecodableOptions Code { get; }

    /// <summary>What decoded series of codes of changes start at, unless <see cref="InitialValueColumnName"/> is given.</summary>
    public float InitialValue { get; }

    /// <summary>The column of what each row's decoded series start at, or null.</summary>
    public string? InitialValueColumnName { get; }

    internal override bool ScalarAllowed => Code is SpikeTimeDecodingOptions;

    internal override string? InitialValueColumn => InitialValueColumnName;

    internal override uint FormatVersion => SecondFormat;

    internal override (string, string) Signature => ("SPKDECOD", LoaderSignature);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        Code.DecodedDimensions(inputDimensions)!.Value;

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) => SpikeCount(inputDimensions) / Code switch
    {
        SeriesCodeOptions series => series.Channels,
        FeatureCodeOptions feature => feature.Channels * inputDimensions[0],
        _ => 1,
    };

    internal override ImmutableArray<int> InputDimensions(int pair, DataViewSchema.Column column)
    {
        ImmutableArray<int> dimensions = base.InputDimensions(pair, column);
        return Code.DecodedDimensions(dimensions) is not null ? dimensions : throw Host.ExceptSchemaMismatch(
            nameof(column), "input", column.Name, $"spikes as {Code} gives them", column.Type.ToString());
    }

    internal override void CheckInitialValues(ImmutableArray<int> inputDimensions, DataViewSchema.Column column)
    {
        ImmutableArray<int> own = InputColumn.Dimensions(Host, column, scalarAllowed: true, "initial value");
        ImmutableArray<int> neurons = Code.DecodedDimensions(inputDimensions)!.Value.RemoveAt(0);
        if (!own.IsEmpty && !own.SequenceEqual(neurons.IsEmpty ? [1] : neurons))
            throw Host.ExceptSchemaMismatch(nameof(column), "initial value", column.Name,
                neurons.IsEmpty ? "a scalar" : $"a scalar, or a vector of dimensions [{string.Join(", ", neurons)}]", column.Type.ToString());
    }

    internal override FeatureReader MakeReader(DataViewRow row, DataViewSchema.Column column) => InitialValueColumnName is string name
        ? new JoinedReader(base.MakeReader(row, column), FeatureReader.Create(row, row.Schema[name]), name)
        : base.MakeReader(row, column);

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes)
    {
        int spikeCount = SpikeCount(inputDimensions);
        float initialValue = InitialValue;
        Code.Decode(features[..spikeCount], inputDimensions, InitialValueColumnName is null ? new(in initialValue) : features[spikeCount..], spikes);
    }

    internal override void SaveState(BinaryWriter writer)
    {
        DecodableCodes.Save(writer, Code);
        writer.Write(InitialValue);
        writer.WriteColumnName(InitialValueColumnName);
        Code.SaveLearned(writer);
    }

    internal static SpikeDecodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKDECOD", LoaderSignature), (columns, reader) => Read(host, columns, reader), SecondFormat);
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);

    private static SpikeDecodingTransformer Read(IHost host, (string outputColumnName, string inputColumnName)[] columns, BinaryReader reader)
    {
        DecodableOptions code = DecodableCodes.Load(reader);
        float initialValue = reader.ReadSingle();
        if (!reader.HasMore())
            return new(host, columns, code, initialValue, initialValueColumn: null);
        string? initialValueColumn = reader.ReadColumnName();
        return new(host, columns, code.WithLearned(reader), initialValue, initialValueColumn);
    }

    private static int SpikeCount(ImmutableArray<int> dimensions)
    {
        int count = 1;
        foreach (int dimension in dimensions)
            count *= dimension;
        return count;
    }
}
