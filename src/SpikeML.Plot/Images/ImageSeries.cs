using OxyPlot;
using OxyPlot.Series;

namespace SpikeML.Plot;

/// <summary>An image with sharp pixels that fills the figure or, with square pixels, is centred in it.</summary>
internal sealed class ImageSeries(OxyImage image, bool keepsShape) : XYAxisSeries
{
    public override void Render(IRenderContext rc)
    {
        OxyRect area = GetClippingRect();
        OxyRect place = keepsShape ? Fit(area) : area;
        rc.DrawImage(image, 0, 0, image.Width, image.Height, place.Left, place.Top, place.Width, place.Height, 1,
            interpolate: false);
    }

    protected override void UpdateAxisMaxMin()
    {
    }

    // Whole pixels per cell if there is room, so all cells have the same size.
    private OxyRect Fit(OxyRect area)
    {
        double cell = Math.Min(area.Width / image.Width, area.Height / image.Height);
        cell = cell > 1 ? Math.Floor(cell) : cell;
        double width = image.Width * cell, height = image.Height * cell;
        return new OxyRect(Math.Round(area.Center.X - width / 2), Math.Round(area.Center.Y - height / 2), width, height);
    }
}
