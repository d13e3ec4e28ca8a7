using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(ScaleTransformer), null, typeof(SignatureLoadModel),
    "Learned scaling for spike encoders", ScaleTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(ScaleTransformer), null, typeof(SignatureLoadRowMapper),
    "Learned scaling for spike encoders", ScaleTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Scales features to [0, 1] by what it learned of their range (<see cref="RangeScaling"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | Yes: the range of each slot, or of all together |
/// | Input column data type | Single, Double or Byte: scalar or known-size vector |
/// | Output column data type | Known-size vector of Single, dimensions of the input; [1] for a scalar |
/// | Exportable to ONNX | No |
/// ]]></format>
/// Constant slots become 0, not NaN.
/// </remarks>
public sealed class ScaleEstimator : SpikeEstimator<ScaleTransformer>
{
    private readonly ScaleOptions _options;

    internal ScaleEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, ScaleOptions options)
        : base(environment, nameof(ScaleEstimator), columns) =>
        _options = options.Validated();

    internal override ScaleTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _options, LearnedRanges.Learn(Host, input, ColumnPairs, _options));
}

/// <summary>What fitting a <see cref="ScaleEstimator"/> gives.</summary>
public sealed class ScaleTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikeScale";

    private readonly ValueRange[][] _ranges;

    internal ScaleTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, ScaleOptions options, ValueRange[][] ranges)
        : base(host, columns)
    {
        Options = options;
        _ranges = ranges;
    }

    /// <summary>The options.</summary>
    public ScaleOptions Options { get; }

    /// <summary>The ranges of each column: one for each slot, or one for all.</summary>
    public IReadOnlyList<IReadOnlyList<ValueRange>> Ranges => _ranges;

    internal override (string, string) Signature => ("SPKSCALE", LoaderSignature);

    internal override ImmutableArray<int> InputDimensions(int pair, DataViewSchema.Column column) => LearnedRanges.Dimensions(Host, column, _ranges[pair]);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        inputDimensions.IsEmpty ? [1] : inputDimensions;

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) => inputLength;

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        RangeScaling.Scale(features, spikes, _ranges[pair], Options.Clamp);

    internal override void SaveState(BinaryWriter writer)
    {
        Options.Save(writer);
        foreach (ValueRange[] ranges in _ranges)
            writer.WriteRanges(ranges);
    }

    internal static ScaleTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKSCALE", LoaderSignature), (columns, reader) =>
            new ScaleTransformer(host, columns, ScaleOptions.Load(reader), [.. columns.Select(_ => reader.ReadRanges())]));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
