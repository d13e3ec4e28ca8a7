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
public sealed class BsaEncodingEstimator : SeriesCodeEstimator<BsaEncodingTransformer>
{
    internal BsaEncodingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, BsaEncodingOptions options)
        : base(environment, nameof(BsaEncodingEstimator), columns, options.Validated())
    {
    }

    internal override BsaEncodingTransformer Make(SeriesCodeOptions[] codes) => new(Host, ColumnPairs, codes);
}

/// <summary>What fitting a <see cref="BsaEncodingEstimator"/> gives.</summary>
public sealed class BsaEncodingTransformer : SeriesCodeTransformer
{
    internal const string LoaderSignature = "SpikeBsa";

    internal BsaEncodingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, SeriesCodeOptions[] codes)
        : base(host, columns, codes)
    {
    }

    /// <summary>The options of each column, with what was learned.</summary>
    public IReadOnlyList<BsaEncodingOptions> Options => [.. Codes.Cast<BsaEncodingOptions>()];

    internal override (string, string) Signature => ("SPKBSA  ", LoaderSignature);

    internal static BsaEncodingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKBSA  ", LoaderSignature), (columns, reader) =>
            new BsaEncodingTransformer(host, columns, [.. columns.Select(_ => BsaEncodingOptions.Load(reader))]));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
