using Microsoft.ML;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of Join: the spikes of two encoders, and both as one column.</summary>
internal static class Shapes
{
    private const int Steps = 20;

    public static Figure All(double scale)
    {
        OneRow row = new([0.1f, 0.3f, 0.5f, 0.7f, 0.9f]);
        return Panel.Picture(3, scale,
            Raster("\"Timed\": [20, 5]", row.Spikes(spikes => Timed(spikes, "Spikes"))),
            Raster("\"Counted\": [20, 5]", row.Spikes(spikes => Counted(spikes, "Spikes"))),
            Raster("Join of both: [20, 10]", row.Spikes(spikes => Timed(spikes, "Timed").Append(Counted(spikes, "Counted"))
                .Append(spikes.Join("Spikes", "Timed", "Counted")))));
    }

    private static SpikeEstimator<LatencyEncodingOptions> Timed(SpikeCatalog spikes, string output) =>
        spikes.EncodeLatency(output, "Values", new() { NumSteps = Steps, Linear = true, Normalize = true });

    private static SpikeEstimator<RegularRateEncodingOptions> Counted(SpikeCatalog spikes, string output) =>
        spikes.EncodeRegularRate(output, "Values", new() { NumSteps = Steps });

    private static PlotFigure Raster(string title, SpikeTrain train) =>
        Panel.Raster(title, train, 286, 240, new() { Mark = RasterMark.Bar });
}
