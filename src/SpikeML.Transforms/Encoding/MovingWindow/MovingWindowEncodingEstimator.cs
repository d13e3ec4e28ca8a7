using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(MovingWindowEncodingTransformer), null, typeof(SignatureLoadModel),
    "Moving-window spike encoding", MovingWindowEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(MovingWindowEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Moving-window spike encoding", MovingWindowEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes series as spikes where they leave the mean of a moving window (<see cref="MovingWindowEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | With Threshold or Window null: those of the best decoded signal. Otherwise no |
/// | Input column data type | Single, Double or Byte: known-size vector, time first |
/// | Output column data type | Known-size vector of Single, the input's dimensions |
/// | Exportable to ONNX | No |
/// ]]></format>
/// </remarks>
public sealed class MovingWindowEncodingEstimator : SeriesCodeEstimator<MovingWindowEncodingTransformer, MovingWindowEncodingOptions>
{
    internal MovingWindowEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, MovingWindowEncodingOptions options)
        : base(environment, nameof(MovingWindowEncodingEstimator), columns, options.Validated())
    {
    }

    internal override MovingWindowEncodingTransformer Make(MovingWindowEncodingOptions[] options) => new(Host, ColumnPairs, options);
}

/// <summary>What fitting a <see cref="MovingWindowEncodingEstimator"/> gives.</summary>
public sealed class MovingWindowEncodingTransformer : SeriesCodeTransformer<MovingWindowEncodingOptions>
{
    internal const string LoaderSignature = "SpikeMovingWindow";

    internal MovingWindowEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, MovingWindowEncodingOptions[] options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKMOVWD", LoaderSignature);

    internal static MovingWindowEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKMOVWD", LoaderSignature), MovingWindowEncodingOptions.Load,
            (host, columns, options) => new MovingWindowEncodingTransformer(host, columns, options));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
