using OxyPlot;
using OxyPlot.Series;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>All spikes of a raster as one series, drawn at once.</summary>
internal sealed class RasterSeries(SpikeTrain train, NeuronRows rows, MarkRule rule) : XYAxisSeries
{
    // If the grid has fewer cells than there are pixels, no two spikes share a pixel.
    private const double LeastSpikesPerPixel = 0.25, LeastCellsPerPixel = 1;

    // Bars that fill more than half of a row's pixels leave no gaps to tell them apart.
    private const double LeastBarsPerPixel = 0.5;

    /// <summary>The distance from one step to the next on the time axis.</summary>
    public required double StepLength { get; init; }

    public required OxyColor OnColor { get; init; }

    public required OxyColor OffColor { get; init; }

    /// <summary>How graded spikes are shaded, or null to draw all alike.</summary>
    public MarkShades? Shades { get; init; }

    public NeuronRows Rows => rows;

    /// <summary>The number of spikes of each sign.</summary>
    public (int On, int Off) Counts { get; } = Count(train, rows);

    /// <summary>The positions of the marks in the last layout.</summary>
    public SpikeMarks Marks()
    {
        OxyRect area = GetClippingRect();
        double stepWidth = XAxis.Transform(StepLength) - XAxis.Transform(0);
        double rowHeight = YAxis.Transform(0) - YAxis.Transform(rows.Height);
        MarkShape shape = rule.Choose(stepWidth, rowHeight, () =>
            MarkCrowd.Diameter(train.AsSpan(), rows, stepWidth, rowHeight));
        return new SpikeMarks(train, rows)
        {
            Origin = new ScreenPoint(XAxis.Transform(0), YAxis.Transform(rows.Place(0))),
            StepWidth = stepWidth,
            RowHeight = rowHeight,
            Shape = shape,
            ShowsDensity = rule.IsAutomatic && IsDense(shape, area.Width, area.Width * rowHeight * rows.Count),
            Shades = Shades,
            OnColor = OnColor,
            OffColor = OffColor,
        };
    }

    public override void Render(IRenderContext rc)
    {
        if (rc is not IMarkCanvas canvas)
            throw new NotSupportedException("Only its figure can draw a raster: use Figure.Save, ToPng or ToSvg.");
        canvas.DrawMarks(Marks(), GetClippingRect());
    }

    // The ranges of the axes depend on the train, not on its spikes.
    protected override void UpdateAxisMaxMin()
    {
    }

    private bool IsDense(MarkShape shape, double width, double pixels)
    {
        double spikes = Counts.On + Counts.Off;
        return shape.IsRound
            ? spikes > LeastSpikesPerPixel * pixels && (double)train.NumSteps * rows.Count > LeastCellsPerPixel * pixels
            : spikes > LeastBarsPerPixel * width * rows.Count && train.NumSteps > LeastCellsPerPixel * width;
    }

    private static (int On, int Off) Count(SpikeTrain train, NeuronRows rows)
    {
        int on = 0, off = 0;
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
        {
            if (!rows.Contains(spike.Neuron))
                continue;
            if (spike.Value > 0)
                on++;
            else
                off++;
        }
        return (on, off);
    }
}
