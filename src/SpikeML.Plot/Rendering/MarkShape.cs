namespace SpikeML.Plot.Rendering;

/// <summary>The shape of a spike's mark, in pixels at scale 1.</summary>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
/// <param name="IsRound">Whether it is a disc of diameter <paramref name="Width"/> instead of a bar.</param>
internal readonly record struct MarkShape(double Width, double Height, bool IsRound)
{
    public static MarkShape Point(double diameter) => new(diameter, diameter, IsRound: true);

    public static MarkShape Bar(double width, double length) => new(width, length, IsRound: false);
}
