using OxyPlot;

namespace SpikeML.Plot.Tests.Figures;

/// <summary>Colours as readers see them.</summary>
internal static class ColorVision
{
    /// <summary>
    /// No deficiency, and protanopia, deuteranopia and tritanopia after G. Machado, M. Oliveira and L. Fernandes, "A
    /// Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), in linear RGB.
    /// </summary>
    public static readonly double[][] Kinds =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    /// <summary>The contrast of WCAG 2, from 1 to 21.</summary>
    public static double Contrast(OxyColor a, OxyColor b)
    {
        (double dark, double light) = (Math.Min(Luminance(a), Luminance(b)), Math.Max(Luminance(a), Luminance(b)));
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>The distance in CIE L*a*b* as a kind of vision sees it; 2.3 is just noticeable side by side.</summary>
    public static double Distance(OxyColor a, OxyColor b, double[] kind)
    {
        double[] first = Lab(Seen(a, kind)), second = Lab(Seen(b, kind));
        return Math.Sqrt(first.Zip(second, (x, y) => (x - y) * (x - y)).Sum());
    }

    public static double Lightness(OxyColor color) => Lab(Linear(color))[0];

    private static double Luminance(OxyColor color)
    {
        double[] rgb = Linear(color);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] Linear(OxyColor color) => [.. new[] { color.R, color.G, color.B }.Select(channel =>
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    })];

    private static double[] Seen(OxyColor color, double[] kind)
    {
        double[] rgb = Linear(color);
        return [.. Enumerable.Range(0, 3).Select(row =>
            Math.Clamp(kind[3 * row] * rgb[0] + kind[3 * row + 1] * rgb[1] + kind[3 * row + 2] * rgb[2], 0, 1))];
    }

    private static double[] Lab(double[] rgb)
    {
        double x = Root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        double y = Root(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        double z = Root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Root(double value) => value > 0.008856 ? Math.Cbrt(value) : 7.787 * value + 16.0 / 116;
}
