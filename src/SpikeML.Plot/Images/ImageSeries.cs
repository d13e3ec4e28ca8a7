using OxyPlot;
using OxyPlot.Series;

namespace SpikeML.Plot;

/// <summary>An image with sharp pixels that fills the figure or, with square pixels, is centred in it.</summary>
/// <param name="image">The image.</param>
/// <param name="keepsShape">Whether pixels are square.</param>
/// <param name="frame">The colour of a line around the image; none by default.</param>
internal sealed class ImageSeries(OxyImage image, bool keepsShape, OxyColor frame = default) : XYAxisSeries
{
    /// <summary>The frame lies around the image.</summary>
    public override OxyRect GetClippingRect() => base.GetClippingRect().Inflate(1, 1);

    public override void Render(IRenderContext rc)
    {
        OxyRect area = base.GetClippingRect();
        OxyRect place = keepsShape ? Fit(area) : area;
        rc.DrawImage(image, 0, 0, image.Width, image.Height, place.Left, place.Top, place.Width, place.Height, 1,
            interpolate: false);
        if (frame.IsVisible())
            rc.DrawRectangle(place.Inflate(0.5, 0.5), OxyColors.Undefined, frame, 1, EdgeRenderingMode.PreferGeometricAccuracy);
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
