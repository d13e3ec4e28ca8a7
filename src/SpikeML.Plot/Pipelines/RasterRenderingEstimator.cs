using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML.Plot;

[assembly: LoadableClass(typeof(RasterRenderingTransformer), null, typeof(SignatureLoadModel),
    "Spike raster rendering", RasterRenderingTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(RasterRenderingTransformer), null, typeof(SignatureLoadRowMapper),
    "Spike raster rendering", RasterRenderingTransformer.LoaderSignature)]

namespace SpikeML.Plot;

/// <summary>Draws spike columns as encoded images.</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Known-size vector of Single, time first |
/// | Output column data type | Variable-size vector of Byte: the bytes of a PNG or JPEG file |
/// | Exportable to ONNX | No |
/// ]]></format>
/// The output is what the ImageClassification trainer of Microsoft.ML.Vision takes as its features.
/// </remarks>
public sealed class RasterRenderingEstimator : SpikeImageEstimator<RasterRenderingTransformer>
{
    internal RasterRenderingEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, RasterImageOptions options)
        : base(environment, nameof(RasterRenderingEstimator), columns, options)
    {
    }

    internal override RasterRenderingTransformer Make() => new(Host, ColumnPairs, Options);

    internal override SchemaShape.Column OutputColumn(string name) =>
        new(name, SchemaShape.Column.VectorKind.VariableVector, NumberDataViewType.Byte, isKey: false);
}

/// <summary>Adds columns of encoded images: what fitting a <see cref="RasterRenderingEstimator"/> gives.</summary>
public sealed class RasterRenderingTransformer : SpikeImageTransformer
{
    internal const string LoaderSignature = "SpikeRasterRendering";

    internal RasterRenderingTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, RasterImageOptions options)
        : base(host, columns, options)
    {
    }

    internal override DataViewType OutputType { get; } = new VectorDataViewType(NumberDataViewType.Byte);

    internal override (string, string) Signature => ("SPKRASTR", LoaderSignature);

    internal override Delegate MakeGetter(ValueGetter<VBuffer<float>> spikes, RasterPixels pixels)
    {
        VBuffer<float> row = default;
        RasterImageOptions options = Options;
        ValueGetter<VBuffer<byte>> getter = (ref VBuffer<byte> image) =>
        {
            spikes(ref row);
            pixels.Draw(row);
            RasterEncoder.Encode(pixels.Pixels, options, ref image);
        };
        return getter;
    }

    internal static RasterRenderingTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKRASTR", LoaderSignature), (columns, options) => new RasterRenderingTransformer(host, columns, options));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
