using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>Pictures of a digit in rate and latency code.</summary>
internal static class Digits
{
    public static Figure Rate(Look look)
    {
        Digit digit = new();
        SpikeTrain full = digit.Rate(1), sparse = digit.Rate(0.25);
        return look.Picture(4,
            look.MeanImage("Features", digit.Pixels, 180, 240),
            look.Raster("Spikes, Gain = 0.25", sparse, 320, 240, new()),
            look.MeanImage("Mean, Gain = 0.25", sparse, 180, 240),
            look.MeanImage("Mean, Gain = 1", full, 180, 240));
    }

    public static Figure Latency(Look look)
    {
        Digit digit = new();
        LatencyEncodingOptions options = new() { Tau = 5, Normalize = true, Clip = true };
        return look.Picture(2,
            look.Raster("Logarithmic, Threshold = 0.25", digit.Latency(options with { Threshold = 0.25 }), 430, 270, new()),
            look.Raster("Linear = true", digit.Latency(options with { Linear = true }), 430, 270, new()));
    }
}
