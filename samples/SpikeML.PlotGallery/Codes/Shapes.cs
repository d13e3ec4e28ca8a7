using Microsoft.ML;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of Join: the spikes of two encoders, and both as one column.</summary>
internal static class Shapes
{
    private const int Steps = 20;

    public static Figure All(Look look)
    {
        OneRow row = new([0.1f, 0.3f, 0.5f, 0.7f, 0.9f]);
        return look.Picture(3,
            Raster(look, "\"Timed\": [20, 5]", row.Spikes(spikes => Timed(spikes, "Spikes"))),
            Raster(look, "\"Counted\": [20, 5]", row.Spikes(spikes => Counted(spikes, "Spikes"))),
            Raster(look, "Join of both: [20, 10]", row.Spikes(spikes => Timed(spikes, "Timed").Append(Counted(spikes, "Counted"))
                .Append(spikes.Join("Spikes", "Timed", "Counted")))));
    }

    private static SpikeEstimator<LatencyEncodingOptions> Timed(SpikeCatalog spikes, string output) =>
        spikes.EncodeLatency(output, "Values", new() { NumSteps = Steps, Linear = true, Normalize = true });

    private static SpikeEstimator<RegularRateEncodingOptions> Counted(SpikeCatalog spikes, string output) =>
        spikes.EncodeRegularRate(output, "Values", new() { NumSteps = Steps });

    private static PlotFigure Raster(Look look, string title, SpikeTrain train) =>
        look.Raster(title, train, 286, 240, new() { Mark = RasterMark.Bar });
}
