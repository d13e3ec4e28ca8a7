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
public sealed class ResidueEncodingEstimator : SeriesCodeEstimator<ResidueEncodingTransformer>
{
    internal ResidueEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, ResidueEncodingOptions options)
        : base(environment, nameof(ResidueEncodingEstimator), columns, options.Validated())
    {
    }

    internal override ResidueEncodingTransformer Make(SeriesCodeOptions[] codes) => new(Host, ColumnPairs, codes);
}

/// <summary>What fitting a <see cref="ResidueEncodingEstimator"/> gives.</summary>
public sealed class ResidueEncodingTransformer : SeriesCodeTransformer
{
    internal const string LoaderSignature = "SpikeResidue";

    internal ResidueEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, SeriesCodeOptions[] codes)
        : base(host, columns, codes)
    {
    }

    /// <summary>The options of each column, with what was learned.</summary>
    public IReadOnlyList<ResidueEncodingOptions> Options => [.. Codes.Cast<ResidueEncodingOptions>()];

    internal override (string, string) Signature => ("SPKRESID", LoaderSignature);

    internal static ResidueEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKRESID", LoaderSignature), (columns, reader) =>
            new ResidueEncodingTransformer(host, columns, [.. columns.Select(_ => ResidueEncodingOptions.Load(reader))]));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
