using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace SpikeML.Plot;

/// <summary>Options of rasters as images in memory.</summary>
public sealed record RasterImageOptions : RasterCode
{
    internal override SpikeCodeEntry Entry => RasterCodes.Image;

    internal override DataViewType OutputType(RowShape shape) => new ImageDataViewType(Height, Width);

    internal override SchemaShape.Column Promise(string outputColumnName, SchemaShape.Column input) =>
        new(outputColumnName, SchemaShape.Column.VectorKind.Scalar, new ImageDataViewType(Height, Width), isKey: false);

    internal override Delegate MakeGetter(
        DataViewRow row, DataViewSchema.Column column, RowShape shape, FirstRowsWatch watch)
    {
        ValueGetter<VBuffer<float>> getter = row.GetGetter<VBuffer<float>>(column);
        RasterPixels pixels = MakePixels(shape);
        VBuffer<float> spikes = default;
        return (ValueGetter<MLImage>)((ref MLImage image) =>
        {
            getter(ref spikes);
            pixels.Draw(spikes);
            // Like ML.NET's own image transforms, a getter disposes the image that it receives before it creates another.
            image?.Dispose();
            image = MLImage.CreateFromPixels(Width, Height, MLPixelFormat.Bgra32, MemoryMarshal.AsBytes(pixels.Pixels.AsSpan()));
        });
    }

    internal override void Save(BinaryWriter writer) => RasterCodes.Save(writer, this, RasterImageFormat.Png, quality: 90);
}
