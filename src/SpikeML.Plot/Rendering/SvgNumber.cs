using System.Globalization;

namespace SpikeML.Plot.Rendering;

/// <summary>Formats numbers for SVG, independent of the machine's culture.</summary>
internal static class SvgNumber
{
    /// <summary>A length in pixels, to a hundredth.</summary>
    public static string Format(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Format(params ReadOnlySpan<double> values)
    {
        string[] texts = new string[values.Length];
        for (int i = 0; i < values.Length; i++)
            texts[i] = Format(values[i]);
        return string.Join(' ', texts);
    }

    /// <summary>A factor for lengths of many thousands of units.</summary>
    public static string FormatFactor(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
