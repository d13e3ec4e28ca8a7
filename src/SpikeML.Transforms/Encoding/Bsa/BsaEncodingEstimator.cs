using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(BsaEncodingTransformer), null, typeof(SignatureLoadModel),
    "BSA spike encoding", BsaEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(BsaEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "BSA spike encoding", BsaEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes series as spikes that a filter turns back into them (<see cref="BsaEncoding"/>).</summary>
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
/// Scale the series to [0, 1] first, for example with Scale; the default filter restores no other values.
/// </remarks>
public sealed class BsaEncodingEstimator : SeriesCodeEstimator<BsaEncodingTransformer, BsaEncodingOptions>
{
    internal BsaEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, BsaEncodingOptions options)
        : base(environment, nameof(BsaEncodingEstimator), columns, options.Validated())
    {
    }

    internal override BsaEncodingTransformer Make(BsaEncodingOptions[] options) => new(Host, ColumnPairs, options);
}

/// <summary>What fitting a <see cref="BsaEncodingEstimator"/> gives.</summary>
public sealed class BsaEncodingTransformer : SeriesCodeTransformer<BsaEncodingOptions>
{
    internal const string LoaderSignature = "SpikeBsa";

    internal BsaEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, BsaEncodingOptions[] options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKBSA  ", LoaderSignature);

    internal static BsaEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKBSA  ", LoaderSignature), BsaEncodingOptions.Load,
            (host, columns, options) => new BsaEncodingTransformer(host, columns, options));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
