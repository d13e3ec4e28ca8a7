using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(PopulationRateEncodingTransformer), null, typeof(SignatureLoadModel),
    "Population rate spike encoding", PopulationRateEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(PopulationRateEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Population rate spike encoding", PopulationRateEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes each feature as the rates of a population (<see cref="PopulationRateEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | With Range null: the range of each slot. Otherwise no |
/// | Input column data type | Single, Double or Byte: scalar or known-size vector |
/// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions, NumFields] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// A row's spikes depend on the saved seed, the row's values and, if named, the row key column; not on its position.
/// </remarks>
public sealed class PopulationRateEncodingEstimator : PopulationCodeEstimator<PopulationRateEncodingTransformer, PopulationRateEncodingOptions>
{
    internal PopulationRateEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, PopulationRateEncodingOptions options)
        : base(environment, nameof(PopulationRateEncodingEstimator), columns, options.Validated())
    {
    }

    internal override PopulationRateEncodingTransformer Make(ValueRange[][] ranges) => new(Host, ColumnPairs, Options, ranges);
}

/// <summary>What fitting a <see cref="PopulationRateEncodingEstimator"/> gives.</summary>
public sealed class PopulationRateEncodingTransformer : PopulationCodeTransformer<PopulationRateEncodingOptions>
{
    internal const string LoaderSignature = "SpikePopulationRate";

    internal PopulationRateEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, PopulationRateEncodingOptions options, ValueRange[][] ranges)
        : base(host, columns, options, ranges)
    {
    }

    internal override (string, string) Signature => ("SPKPOPRT", LoaderSignature);

    internal override void Encode(int pair, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        PopulationRateEncoding.Encode(features, spikes, RangesOf(pair), Options, rowKey);

    internal static PopulationRateEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKPOPRT", LoaderSignature), PopulationRateEncodingOptions.Load,
            (host, columns, options, ranges) => new PopulationRateEncodingTransformer(host, columns, options, ranges));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
