using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Chooses the shape of marks to fit the available room.</summary>
/// <param name="Mark">A point or a bar.</param>
/// <param name="Size">The requested diameter or length, or null to choose it.</param>
internal readonly record struct MarkRule(RasterMark Mark, double? Size)
{
    private const double MinDiameter = 1, MaxDiameter = 5, DiameterOfRoom = 0.45;
    private const double MinLength = 3, LengthOfRow = 0.75;
    private const double MinBarWidth = 1, MaxBarWidth = 2, WidthOfStep = 0.4;

    /// <summary>No size was requested for points.</summary>
    public bool IsAutomatic => Mark == RasterMark.Point && Size is null;

    /// <param name="areaPerSpike">The area of the raster divided by its spikes, in square pixels.</param>
    /// <param name="stepWidth">The distance from one step to the next, in pixels.</param>
    /// <param name="rowHeight">The distance from one neuron to the next, in pixels.</param>
    public MarkShape Choose(double areaPerSpike, double stepWidth, double rowHeight) => Mark == RasterMark.Point
        ? MarkShape.Point(Size ?? Math.Clamp(DiameterOfRoom * Math.Sqrt(areaPerSpike), MinDiameter, MaxDiameter))
        : MarkShape.Bar(Math.Clamp(WidthOfStep * stepWidth, MinBarWidth, MaxBarWidth), Size
            ?? Math.Max(MinLength, LengthOfRow * rowHeight));
}
