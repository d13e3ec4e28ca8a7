using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(StepForwardEncodingTransformer), null, typeof(SignatureLoadModel),
    "Step-forward spike encoding", StepForwardEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(StepForwardEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Step-forward spike encoding", StepForwardEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes series as spikes where they leave a moving baseline (<see cref="StepForwardEncoding"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | With Threshold null: the threshold of the best decoded signal. Otherwise no |
/// | Input column data type | Single, Double or Byte: known-size vector, time first |
/// | Output column data type | Known-size vector of Single, the input's dimensions |
/// | Exportable to ONNX | No |
/// ]]></format>
/// </remarks>
public sealed class StepForwardEncodingEstimator : SeriesCodeEstimator<StepForwardEncodingTransformer, StepForwardEncodingOptions>
{
    internal StepForwardEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, StepForwardEncodingOptions options)
        : base(environment, nameof(StepForwardEncodingEstimator), columns, options.Validated())
    {
    }

    internal override StepForwardEncodingTransformer Make(StepForwardEncodingOptions[] options) => new(Host, ColumnPairs, options);
}

/// <summary>What fitting a <see cref="StepForwardEncodingEstimator"/> gives.</summary>
public sealed class StepForwardEncodingTransformer : SeriesCodeTransformer<StepForwardEncodingOptions>
{
    internal const string LoaderSignature = "SpikeStepForward";

    internal StepForwardEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, StepForwardEncodingOptions[] options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKSTEPF", LoaderSignature);

    internal static StepForwardEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKSTEPF", LoaderSignature), StepForwardEncodingOptions.Load,
            (host, columns, options) => new StepForwardEncodingTransformer(host, columns, options));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
