using OxyPlot;

namespace SpikeML.Plot;

/// <summary>
/// Colours that can be distinguished with any colour vision, from M. Okabe and K. Ito, "Color Universal Design" (2008).
/// </summary>
internal static class Palette
{
    public static readonly OxyColor Black = OxyColors.Black;
    public static readonly OxyColor Blue = OxyColor.FromRgb(0x00, 0x72, 0xB2);
    public static readonly OxyColor Vermillion = OxyColor.FromRgb(0xD5, 0x5E, 0x00);
    public static readonly OxyColor Green = OxyColor.FromRgb(0x00, 0x9E, 0x73);
    public static readonly OxyColor Purple = OxyColor.FromRgb(0xCC, 0x79, 0xA7);
    public static readonly OxyColor SkyBlue = OxyColor.FromRgb(0x56, 0xB4, 0xE9);
    public static readonly OxyColor Orange = OxyColor.FromRgb(0xE6, 0x9F, 0x00);
}
