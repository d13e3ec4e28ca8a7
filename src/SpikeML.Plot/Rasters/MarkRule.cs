using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Chooses the shape of marks for the room that they have.</summary>
/// <param name="Mark">A point or a bar.</param>
/// <param name="Size">The diameter or length that was asked for; null: what suits.</param>
internal readonly record struct MarkRule(RasterMark Mark, double? Size)
{
    private const double MinDiameter = 1, MaxDiameter = 5, DiameterOfRoom = 0.45;
    private const double MinLength = 3, LengthOfRow = 0.75;
    private const double MinBarWidth = 1, MaxBarWidth = 2, WidthOfStep = 0.4;

    /// <summary>Nothing was asked for but points.</summary>
    public bool IsAutomatic => Mark == RasterMark.Point && Size is null;

    /// <param name="areaPerSpike">The area of the raster divided by its spikes, in square pixels.</param>
    /// <param name="stepWidth">From one step to the next, in pixels.</param>
    /// <param name="rowHeight">From one neuron to the next, in pixels.</param>
    public MarkShape Choose(double areaPerSpike, double stepWidth, double rowHeight) => Mark == RasterMark.Point
        ? MarkShape.Point(Size ?? Math.Clamp(DiameterOfRoom * Math.Sqrt(areaPerSpike), MinDiameter, MaxDiameter))
        : MarkShape.Bar(Math.Clamp(WidthOfStep * stepWidth, MinBarWidth, MaxBarWidth), Size
            ?? Math.Max(MinLength, LengthOfRow * rowHeight));
}
