using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Chooses the shape of marks to fit the available room.</summary>
/// <param name="Mark">A point, a bar, or automatic.</param>
/// <param name="Size">The requested diameter or length, or null to choose it.</param>
internal readonly record struct MarkRule(RasterMark Mark, double? Size)
{
    /// <summary>The minimum row height at which bars can be distinguished; lower rows get points.</summary>
    private const double LeastRowOfBars = 5;

    private const double MinLength = 3, LengthOfRow = 0.75;
    private const double MinBarWidth = 1, MaxBarWidth = 3, WidthOfStep = 0.4;

    /// <summary>Whether no size was requested.</summary>
    public bool IsAutomatic => Size is null;

    /// <param name="stepWidth">The distance from one step to the next, in pixels.</param>
    /// <param name="rowHeight">The distance from one neuron to the next, in pixels.</param>
    /// <param name="diameter">Finds the largest diameter at which points do not hide each other.</param>
    public MarkShape Choose(double stepWidth, double rowHeight, Func<double> diameter) => IsBar(rowHeight)
        ? MarkShape.Bar(Math.Clamp(WidthOfStep * stepWidth, MinBarWidth, MaxBarWidth),
            Size ?? Math.Max(MinLength, LengthOfRow * rowHeight))
        : MarkShape.Point(Size ?? diameter());

    private bool IsBar(double rowHeight) => Mark switch
    {
        RasterMark.Bar => true,
        RasterMark.Point => false,
        _ => rowHeight >= LeastRowOfBars,
    };
}
