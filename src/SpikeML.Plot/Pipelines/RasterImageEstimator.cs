using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms.Image;
using SpikeML.Plot;

[assembly: LoadableClass(typeof(RasterImageTransformer), null, typeof(SignatureLoadModel),
    "Spike raster image", RasterImageTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(RasterImageTransformer), null, typeof(SignatureLoadRowMapper),
    "Spike raster image", RasterImageTransformer.LoaderSignature)]

namespace SpikeML.Plot;

/// <summary>Draws spike columns as images in memory.</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Known-size vector of Single, time first |
/// | Output column data type | <xref:Microsoft.ML.Data.MLImage> |
/// | Exportable to ONNX | No |
/// ]]></format>
/// The output is what the transforms of Microsoft.ML.ImageAnalytics take, such as ExtractPixels and ResizeImages. As theirs, it cannot be
/// saved with data, and a getter disposes the image that it is handed before it makes another.
/// </remarks>
public sealed class RasterImageEstimator : SpikeImageEstimator<RasterImageTransformer>
{
    internal RasterImageEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, RasterImageOptions options)
        : base(environment, nameof(RasterImageEstimator), columns, options)
    {
    }

    internal override RasterImageTransformer Make() => new(Host, ColumnPairs, Options);

    internal override SchemaShape.Column OutputColumn(string name) =>
        new(name, SchemaShape.Column.VectorKind.Scalar, new ImageDataViewType(Options.Height, Options.Width), isKey: false);
}

/// <summary>Adds columns of images: what fitting a <see cref="RasterImageEstimator"/> gives.</summary>
public sealed class RasterImageTransformer : SpikeImageTransformer
{
    internal const string LoaderSignature = "SpikeRasterImage";

    internal RasterImageTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, RasterImageOptions options)
        : base(host, columns, options) => OutputType = new ImageDataViewType(options.Height, options.Width);

    internal override DataViewType OutputType { get; }

    internal override (string, string) Signature => ("SPKIMAGE", LoaderSignature);

    internal override Delegate MakeGetter(ValueGetter<VBuffer<float>> spikes, RasterPixels pixels)
    {
        VBuffer<float> row = default;
        RasterImageOptions options = Options;
        ValueGetter<MLImage> getter = (ref MLImage image) =>
        {
            spikes(ref row);
            pixels.Draw(row);
            image?.Dispose();
            image = MLImage.CreateFromPixels(options.Width, options.Height, MLPixelFormat.Bgra32, MemoryMarshal.AsBytes(pixels.Pixels.AsSpan()));
        };
        return getter;
    }

    internal static RasterImageTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKIMAGE", LoaderSignature), (columns, options) => new RasterImageTransformer(host, columns, options));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
