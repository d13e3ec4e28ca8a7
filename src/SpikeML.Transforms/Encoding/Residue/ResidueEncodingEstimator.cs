using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(ResidueEncodingTransformer), null, typeof(SignatureLoadModel),
    "Sigma-delta spike encoding", ResidueEncodingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(ResidueEncodingTransformer), null, typeof(SignatureLoadRowMapper),
    "Sigma-delta spike encoding", ResidueEncodingTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Encodes series as graded spikes: their changes, with what was not sent kept for later (<see cref="ResidueEncoding"/>).</summary>
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
public sealed class ResidueEncodingEstimator : SeriesCodeEstimator<ResidueEncodingTransformer, ResidueEncodingOptions>
{
    internal ResidueEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, ResidueEncodingOptions options)
        : base(environment, nameof(ResidueEncodingEstimator), columns, options.Validated())
    {
    }

    internal override ResidueEncodingTransformer Make(ResidueEncodingOptions[] options) => new(Host, ColumnPairs, options);
}

/// <summary>What fitting a <see cref="ResidueEncodingEstimator"/> gives.</summary>
public sealed class ResidueEncodingTransformer : SeriesCodeTransformer<ResidueEncodingOptions>
{
    internal const string LoaderSignature = "SpikeResidue";

    internal ResidueEncodingTransformer(
        IHost host, (string outputColumnName, string inputColumnName)[] columns, ResidueEncodingOptions[] options)
        : base(host, columns, options)
    {
    }

    internal override (string, string) Signature => ("SPKRESID", LoaderSignature);

    internal static ResidueEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx) =>
        Load(env, ctx, ("SPKRESID", LoaderSignature), ResidueEncodingOptions.Load,
            (host, columns, options) => new ResidueEncodingTransformer(host, columns, options));

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
