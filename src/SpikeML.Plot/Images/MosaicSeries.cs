using OxyPlot;
using OxyPlot.Series;

namespace SpikeML.Plot;

/// <summary>Pictures of the same size in rows and columns, each with a name above it, with square pixels.</summary>
/// <param name="pictures">The pictures and their names, row by row.</param>
/// <param name="columns">The number of columns.</param>
/// <param name="labelHeight">The space for a name in pixels.</param>
internal sealed class MosaicSeries(IReadOnlyList<(OxyImage Image, string Name)> pictures, int columns, double labelHeight)
    : XYAxisSeries
{
    private const double Gap = 8;

    public override void Render(IRenderContext rc)
    {
        OxyRect area = GetClippingRect();
        int rows = (pictures.Count + columns - 1) / columns;
        double width = area.Width / columns, height = area.Height / rows;
        for (int i = 0; i < pictures.Count; i++)
        {
            (OxyImage image, string name) = pictures[i];
            (int row, int column) = Math.DivRem(i, columns);
            double cell = Math.Min((width - Gap) / image.Width, (height - labelHeight - Gap / 2) / image.Height);
            cell = cell > 1 ? Math.Floor(cell) : Math.Max(cell, 0.05);
            double left = Math.Round(area.Left + column * width + (width - image.Width * cell) / 2),
                top = Math.Round(area.Top + row * height + labelHeight);
            rc.DrawText(new ScreenPoint(left + image.Width * cell / 2, top - 2), name, PlotModel.TextColor,
                fontSize: FigureStyle.TickSize, horizontalAlignment: HorizontalAlignment.Center,
                verticalAlignment: VerticalAlignment.Bottom);
            rc.DrawImage(image, 0, 0, image.Width, image.Height, left, top, image.Width * cell, image.Height * cell, 1,
                interpolate: false);
            rc.DrawRectangle(new OxyRect(left, top, image.Width * cell, image.Height * cell), OxyColors.Undefined,
                PlotModel.TextColor, 0.5, EdgeRenderingMode.Adaptive);
        }
    }

    // The figure's axes are invisible.
    protected override void UpdateAxisMaxMin()
    {
    }
}
