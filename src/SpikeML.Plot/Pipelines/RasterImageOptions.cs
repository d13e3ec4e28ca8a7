using OxyPlot;

namespace SpikeML.Plot;

/// <summary>How a pipeline draws rasters: as bare images without axes, time to the right, neurons upwards from 0.</summary>
public sealed record RasterImageOptions
{
    /// <summary>The width in pixels, from 1 to 20,000: what image classifiers take by default.</summary>
    public int Width { get; init; } = 224;

    /// <summary>The height in pixels, from 1 to 20,000.</summary>
    public int Height { get; init; } = 224;

    /// <summary>The colour of spikes with a positive value; opaque.</summary>
    public OxyColor OnColor { get; init; } = Palette.Black;

    /// <summary>The colour of off-spikes, those with a negative value; opaque. A pixel of both kinds has a mixture.</summary>
    public OxyColor OffColor { get; init; } = Palette.Vermillion;

    /// <summary>The colour where there is no spike; opaque.</summary>
    public OxyColor Background { get; init; } = OxyColors.White;

    /// <summary>For encoded images: how.</summary>
    public RasterImageFormat Format { get; init; } = RasterImageFormat.Png;

    /// <summary>For JPEG: the quality, from 1 to 100.</summary>
    public int Quality { get; init; } = 90;

    internal RasterImageOptions Validated()
    {
        RequireLength(Width, nameof(Width));
        RequireLength(Height, nameof(Height));
        OptionCheck.Require((long)Width * Height <= MostPixels, Width, nameof(Width),
            FormattableString.Invariant($"{Width} x {Height} pixels are more than {MostPixels:N0}."));
        RequireOpaque(OnColor, nameof(OnColor));
        RequireOpaque(OffColor, nameof(OffColor));
        RequireOpaque(Background, nameof(Background));
        OptionCheck.Require(Enum.IsDefined(Format), Format, nameof(Format), "The format is neither Png nor Jpeg.");
        OptionCheck.Require(Quality is >= 1 and <= 100, Quality, nameof(Quality), "The quality is from 1 to 100.");
        return this;
    }

    private const int MostPixels = 100_000_000, LongestSide = 20_000;

    private static void RequireLength(int value, string name) =>
        OptionCheck.Require(value is >= 1 and <= LongestSide, value, name, FormattableString.Invariant($"{name} is from 1 to {LongestSide}."));

    private static void RequireOpaque(OxyColor color, string name) =>
        OptionCheck.Require(color.A == byte.MaxValue, color, name, "The colour is opaque.");
}
