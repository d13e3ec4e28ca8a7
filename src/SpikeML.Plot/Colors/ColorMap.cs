using OxyPlot;

namespace SpikeML.Plot;

/// <summary>
/// A colour map for values from 0 to 1. Lightness rises or falls monotonically, or on both sides of the middle, so it is also
/// readable without colour.
/// </summary>
public sealed class ColorMap
{
    internal const int Size = 256;

    private readonly Lazy<OxyColor[]> _colors;

    private ColorMap(string name, Func<OxyColor[]> colors)
    {
        Name = name;
        _colors = new(colors);
    }

    /// <summary>Dark blue through magenta to yellow, as in snnTorch's animations.</summary>
    public static ColorMap Plasma { get; } = new("Plasma", () => Parse(ColorTables.Plasma));

    /// <summary>Dark violet through green to yellow.</summary>
    public static ColorMap Viridis { get; } = new("Viridis", () => Parse(ColorTables.Viridis));

    /// <summary>Black to white.</summary>
    public static ColorMap Grey { get; } = new("Grey", () => [.. Enumerable.Range(0, Size).Select(Shade)]);

    /// <summary>White to black, like ink on paper: snnTorch's "binary" for mean images.</summary>
    public static ColorMap Binary { get; } =
        new("Binary", () => [.. Enumerable.Range(0, Size).Select(level => Shade(Size - 1 - level))]);

    /// <summary>Dark blue through white in the middle to dark orange: for values on both sides of 0.</summary>
    public static ColorMap Diverging { get; } = new("Diverging", () => [.. Enumerable.Range(0, Size).Select(level =>
        Between(level / (Size - 1.0), [0x003A66, 0x2F86BF, 0x9CCBE8, 0xFFFFFF, 0xF6C08C, 0xCF6A12, 0x702F00]))]);

    /// <summary>The name of the map.</summary>
    public string Name { get; }

    /// <summary>The colour of a value; values are clamped to [0, 1], and NaN is treated as 0.</summary>
    public OxyColor this[double value] => _colors.Value[Level(value)];

    /// <summary>The name of the map.</summary>
    public override string ToString() => Name;

    internal OxyPalette ToPalette() => new(_colors.Value);

    private static int Level(double value) => double.IsNaN(value) ? 0 : (int)Math.Round(Math.Clamp(value, 0, 1) * (Size - 1));

    private static OxyColor Between(double value, ReadOnlySpan<uint> anchors)
    {
        double place = value * (anchors.Length - 1);
        int from = Math.Min((int)place, anchors.Length - 2);
        return OxyColor.Interpolate(OxyColor.FromUInt32(0xFF000000 | anchors[from]),
            OxyColor.FromUInt32(0xFF000000 | anchors[from + 1]), place - from);
    }

    private static OxyColor Shade(int level) => OxyColor.FromRgb((byte)level, (byte)level, (byte)level);

    private static OxyColor[] Parse(string table)
    {
        byte[] bytes = Convert.FromHexString(table);
        return [.. Enumerable.Range(0, Size).Select(i => OxyColor.FromRgb(bytes[3 * i], bytes[3 * i + 1], bytes[3 * i + 2]))];
    }
}
