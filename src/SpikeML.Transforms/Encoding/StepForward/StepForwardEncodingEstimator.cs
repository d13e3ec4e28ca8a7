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
public sealed class StepForwardEncodingEstimator : SeriesCodeEstimator<StepForwardEncodingTransformer>
{
    internal StepForwardEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, StepForwardEncodingOptions options)
        : base(environment, nameof(StepForwardEncodingEstimator), columns, options.Validated())
    {
    }

    internal override StepForwardEncodingTransformer Make(SeriesCodeOptions[] codes) => new(Host, ColumnPairs, codes);
}

/// <summary>What fitting a <see cref="StepForwardEncodingEstimator"/> gives.</summary>
public sealed class StepForwardEncodingTransformer : SeriesCodeTransformer
{
    internal const string LoaderSignature = "SpikeStepForward";

    internal StepForwardEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, SeriesCodeOptions[] codes)
        : base(host, columns, codes)
    {
    }

    /// <summary>The options of each column, with what was learned.</summary>
    public IReadOnlyList<StepForwardEncodingOptions> Options => [.. Codes.Cast<StepForwardEncodingOptions>()];

    internal override (string, string) Signature => ("SPKSTEPF", LoaderSignature);

    internal static StepForwardEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKSTEPF", LoaderSignature), (columns, reader) =>
            new StepForwardEncodingTransformer(host, columns, [.. columns.Select(_ => StepForwardEncodingOptions.Load(reader))]));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
