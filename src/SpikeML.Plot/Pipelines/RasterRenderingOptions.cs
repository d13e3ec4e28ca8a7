using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Plot;

/// <summary>Options of rasters as encoded image files.</summary>
public sealed record RasterRenderingOptions : RasterCode
{
    /// <summary>How the image is encoded.</summary>
    /// <value><see cref="RasterImageFormat.Png"/> by default.</value>
    public RasterImageFormat Format { get; init; } = RasterImageFormat.Png;

    /// <summary>The quality of a JPEG image, from 1 to 100.</summary>
    /// <value>90 by default.</value>
    public int Quality { get; init; } = 90;

    internal override SpikeCodeEntry Entry => RasterCodes.Rendering;

    internal override DataViewType OutputType(RowShape shape) => new VectorDataViewType(NumberDataViewType.Byte);

    internal override SchemaShape.Column Promise(string outputColumnName, SchemaShape.Column input) =>
        new(outputColumnName, SchemaShape.Column.VectorKind.VariableVector, NumberDataViewType.Byte, isKey: false);

    internal override Delegate MakeGetter(
        DataViewRow row, DataViewSchema.Column column, RowShape shape, FirstRowsWatch watch)
    {
        ValueGetter<VBuffer<float>> getter = row.GetGetter<VBuffer<float>>(column);
        RasterPixels pixels = MakePixels(shape);
        VBuffer<float> spikes = default;
        return (ValueGetter<VBuffer<byte>>)((ref VBuffer<byte> image) =>
        {
            getter(ref spikes);
            pixels.Draw(spikes);
            RasterEncoder.Encode(pixels.Pixels, this, ref image);
        });
    }

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Require(Enum.IsDefined(Format), Format, nameof(Format), "Format must be Png or Jpeg.");
        OptionCheck.Require(Quality is >= 1 and <= 100, Quality, nameof(Quality), "Quality must be 1 to 100.");
    }

    internal override void Save(BinaryWriter writer) => RasterCodes.Save(writer, this, Format, Quality);
}
