using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(ThresholdBasedEncodingTransformer), null, typeof(SignatureLoadModel),
    "Threshold-based spike encoding", ThresholdBasedEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(ThresholdBasedEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Threshold-based spike encoding", ThresholdBasedEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes series as spikes at their large changes (<see cref="ThresholdBasedEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | With Factor and Threshold null: the factor, or part of the range, of the best decoded signal, as a threshold. Otherwise no |
/// | Input column data type | Single, Double or Byte: known-size vector, time first |
/// | Output column data type | Known-size vector of Single, the input's dimensions |
/// | Exportable to ONNX | No |
/// ]]></format>
/// With Factor, the threshold is that of each row's own series.
/// </remarks>
public sealed class ThresholdBasedEncodingEstimator : SeriesCodeEstimator<ThresholdBasedEncodingTransformer, ThresholdBasedEncodingOptions>
{
    internal ThresholdBasedEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, ThresholdBasedEncodingOptions options)
        : base(environment, nameof(ThresholdBasedEncodingEstimator), columns, options.Validated())
    {
    }

    internal override ThresholdBasedEncodingTransformer Make(ThresholdBasedEncodingOptions[] options) => new(Host, ColumnPairs, options);
}

/// <summary>What fitting a <see cref="ThresholdBasedEncodingEstimator"/> gives.</summary>
public sealed class ThresholdBasedEncodingTransformer : SeriesCodeTransformer<ThresholdBasedEncodingOptions>
{
    internal const string LoaderSignature = "SpikeThresholdBased";

    internal ThresholdBasedEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, ThresholdBasedEncodingOptions[] options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKTHRSH", LoaderSignature);

    internal override uint FormatVersion => SecondFormat;

    internal static ThresholdBasedEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKTHRSH", LoaderSignature), ThresholdBasedEncodingOptions.Load,
            (host, columns, options) => new ThresholdBasedEncodingTransformer(host, columns, options), SecondFormat);

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
