using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Chooses the shape of marks for the room that they have.</summary>
/// <param name="Mark">A point, a bar, or what suits.</param>
/// <param name="Size">The diameter or length that was asked for; null: what suits.</param>
internal readonly record struct MarkRule(RasterMark Mark, double? Size)
{
    /// <summary>In rows at least as high, bars can be told apart; below, only points.</summary>
    private const double LeastRowOfBars = 5;

    private const double MinLength = 3, LengthOfRow = 0.75;
    private const double MinBarWidth = 1, MaxBarWidth = 2, WidthOfStep = 0.4;

    /// <summary>No size was asked for.</summary>
    public bool IsAutomatic => Size is null;

    /// <param name="stepWidth">From one step to the next, in pixels.</param>
    /// <param name="rowHeight">From one neuron to the next, in pixels.</param>
    /// <param name="diameter">Finds the size of points that have room.</param>
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
