using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>The figures that move.</summary>
internal static class Moving
{
    public static void Draw(string folder)
    {
        Digit digit = new();
        SpikeTrain rate = digit.Rate(1);
        rate.SaveAnimation(Path.Combine(folder, "animation.gif"));
        rate.SaveAnimation(Path.Combine(folder, "animation.html"), new() { Title = "Rate code, gain 1" });
        rate.SaveInteractiveRaster(Path.Combine(folder, "raster.html"), new() { Title = "Rate code, gain 1" });
        digit.Rate(0.25).SaveAnimation(Path.Combine(folder, "animation-sparse.apng"), new() { Colors = ColorMap.Viridis });
        digit.Latency(new() { Tau = 5, Normalize = true, Linear = true, Clip = true })
            .SaveAnimation(Path.Combine(folder, "animation-latency.gif"), new() { Colors = ColorMap.Grey });
        SpikePlot.AnimateSpikeCount(Network.Outputs(100), new() { Title = "Output layer" })
            .Save(Path.Combine(folder, "animation-counts.gif"));
    }
}
