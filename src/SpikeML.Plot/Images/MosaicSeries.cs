using OxyPlot;
using OxyPlot.Series;

namespace SpikeML.Plot;

/// <summary>A picture of a mosaic.</summary>
/// <param name="Image">The picture.</param>
/// <param name="Name">The text above it.</param>
internal sealed record MosaicPicture(OxyImage Image, string Name)
{
    /// <summary>A text in its middle, drawn where it fits.</summary>
    public string? Note { get; init; }

    /// <summary>The colour of that text.</summary>
    public OxyColor NoteInk { get; init; }
}

/// <summary>Pictures of the same size in rows and columns, each with a name above it, with square pixels.</summary>
/// <param name="pictures">The pictures, row by row.</param>
/// <param name="columns">The number of columns.</param>
/// <param name="labelHeight">The space for a name in pixels.</param>
internal sealed class MosaicSeries(IReadOnlyList<MosaicPicture> pictures, int columns, double labelHeight)
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
            string? note = pictures[i].Note;
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
            if (note is not null && FigureStyle.TickWidth(note) <= image.Width * cell - 2
                && FigureStyle.TickSize <= image.Height * cell - 2)
            {
                rc.DrawText(new ScreenPoint(left + image.Width * cell / 2, top + image.Height * cell / 2), note,
                    pictures[i].NoteInk, fontSize: FigureStyle.TickSize, horizontalAlignment: HorizontalAlignment.Center,
                    verticalAlignment: VerticalAlignment.Middle);
            }
        }
    }

    // The figure's axes are invisible.
    protected override void UpdateAxisMaxMin()
    {
    }
}
