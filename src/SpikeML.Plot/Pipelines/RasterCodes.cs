using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using OxyPlot;
using SpikeML;
using SpikeML.Plot;

[assembly: SpikeModelLoader<RasterCodes>(typeof(ITransformer), typeof(SignatureLoadModel))]
[assembly: SpikeModelLoader<RasterCodes>(typeof(IRowMapper), typeof(SignatureLoadRowMapper))]

namespace SpikeML.Plot;

/// <summary>
/// The list of codes that draw spikes, and the loader of their models. Names, signatures and fields are part of the model format.
/// </summary>
internal sealed class RasterCodes : ISpikeModelLoader
{
    public static SpikeCodeEntry Image { get; } = new SpikeCodeEntry<RasterImageOptions>("raster-image", "SPKIMAGE",
        "SpikeRasterImage", LoadImage);

    public static SpikeCodeEntry Rendering { get; } =
        new SpikeCodeEntry<RasterRenderingOptions>("raster-rendering", "SPKRASTR", "SpikeRasterRendering", LoadRendering);

    public static IEnumerable<SpikeCodeEntry> Codes => ImmutableArray.Create(Image, Rendering);

    internal static ITransformer Create(IHostEnvironment env, ModelLoadContext ctx) => SpikeModels.Load(env, ctx, Codes);

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        SpikeModels.Load(env, ctx, Codes).MapRows(inputSchema);

    public static void Save(BinaryWriter writer, RasterCode code, RasterImageFormat format, int quality)
    {
        foreach (int number in new[] { code.Width, code.Height, (int)format, quality })
            writer.Write(number);
        foreach (OxyColor color in new[] { code.OnColor, code.OffColor, code.Background })
            writer.Write(color.ToUint());
    }

    /// <summary>Images in memory have the same fields in the file; format and quality are ignored.</summary>
    private static RasterImageOptions LoadImage(BinaryReader reader)
    {
        RasterRenderingOptions all = LoadRendering(reader);
        return new()
        {
            Width = all.Width,
            Height = all.Height,
            OnColor = all.OnColor,
            OffColor = all.OffColor,
            Background = all.Background,
        };
    }

    private static RasterRenderingOptions LoadRendering(BinaryReader reader) => new RasterRenderingOptions
    {
        Width = reader.ReadInt32(),
        Height = reader.ReadInt32(),
        Format = (RasterImageFormat)reader.ReadInt32(),
        Quality = reader.ReadInt32(),
        OnColor = OxyColor.FromUInt32(reader.ReadUInt32()),
        OffColor = OxyColor.FromUInt32(reader.ReadUInt32()),
        Background = OxyColor.FromUInt32(reader.ReadUInt32()),
    }.Validated();
}
