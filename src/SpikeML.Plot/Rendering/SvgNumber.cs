using System.Globalization;

namespace SpikeML.Plot.Rendering;

/// <summary>Numbers as SVG reads them, whatever the machine's language.</summary>
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

    /// <summary>A factor that lengths of many thousand units are multiplied with.</summary>
    public static string FormatFactor(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
