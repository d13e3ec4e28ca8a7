using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>The figures that move.</summary>
internal static class Moving
{
    public static void Draw(string folder)
    {
        Digit digit = new();
        SpikeTrain rate = digit.Rate(1), sparse = digit.Rate(0.25);
        foreach (string extension in new[] { "gif", "apng", "mp4", "html" })
            rate.SaveAnimation(Path.Combine(folder, "animation." + extension), new() { Title = "Rate code" });
        sparse.SaveAnimation(Path.Combine(folder, "animation-sparse.gif"), new() { Colors = ColorMap.Viridis });
        digit.Latency(new() { Tau = 5, Normalize = true, Linear = true, Clip = true })
            .SaveAnimation(Path.Combine(folder, "animation-latency.gif"), new() { Colors = ColorMap.Grey });
        Animation counts = SpikePlot.AnimateSpikeCount(Network.Outputs(100), new() { Title = "Output layer" });
        foreach (string extension in new[] { "gif", "mp4", "html" })
            counts.Save(Path.Combine(folder, "counts." + extension));
    }
}
