using OxyPlot;

namespace SpikeML.Plot.Pages;

/// <summary>Writes colours as a page's script reads them.</summary>
internal static class PageColor
{
    /// <summary>A colour as #rrggbb.</summary>
    public static string Hex(uint color) => FormattableString.Invariant($"#{color & 0xFFFFFF:x6}");

    /// <inheritdoc cref="Hex(uint)"/>
    public static string Hex(OxyColor color) => Hex(color.ToUint());
}
