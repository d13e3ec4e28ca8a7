using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>Pictures of a digit in rate and latency code.</summary>
internal static class Digits
{
    public static Figure Rate(double scale)
    {
        Digit digit = new();
        SpikeTrain full = digit.Rate(1), sparse = digit.Rate(0.25);
        return Panel.Picture(4, scale,
            Panel.MeanImage("Features", digit.Pixels, 180, 240),
            Panel.Raster("Spikes, Gain = 0.25", sparse, 320, 240, new()),
            Panel.MeanImage("Mean, Gain = 0.25", sparse, 180, 240),
            Panel.MeanImage("Mean, Gain = 1", full, 180, 240));
    }

    public static Figure Latency(double scale)
    {
        Digit digit = new();
        LatencyEncodingOptions options = new() { Tau = 5, Normalize = true, Clip = true };
        return Panel.Picture(2, scale,
            Panel.Raster("Logarithmic, Threshold = 0.25", digit.Latency(options with { Threshold = 0.25 }), 430, 270, new()),
            Panel.Raster("Linear = true", digit.Latency(options with { Linear = true }), 430, 270, new()));
    }
}
