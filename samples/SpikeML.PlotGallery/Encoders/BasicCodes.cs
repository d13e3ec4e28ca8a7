using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>Pictures of the codes that snnTorch has: rate, latency, spike times and delta.</summary>
internal static class BasicCodes
{
    private const int LastTime = 24;

    private static readonly float[] Series = [6, 7, 6, 8, 14, -14, 26, 1, 6, 7, 6];

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

    /// <summary>Times as curves, and the steps that they are rounded to as dots.</summary>
    public static Figure SpikeTimes(double scale)
    {
        LatencyEncodingOptions options = new() { NumSteps = LastTime + 1, Tau = 10, Threshold = 0.1, Clip = true, Bypass = true };
        return Panel.Picture(2, scale,
            Times("tau ln(x / (x - threshold))", options),
            Times("Linear = true: tau (1 - x)", options with { Linear = true }));
    }

    public static Figure Delta(double scale) => Panel.Picture(3, scale,
        Deltas("Threshold = 4", new() { Threshold = 4 }),
        Deltas("OffSpike = true", new() { Threshold = 4, OffSpike = true }),
        Deltas("OffSpike = true, Padding = true", new() { Threshold = 4, OffSpike = true, Padding = true }));

    private static PlotFigure Times(string title, LatencyEncodingOptions options)
    {
        float[] features = [.. Enumerable.Range(0, 101).Select(i => i / 100f)];
        OneRow row = new(features);
        float[] times = row.Numbers(spikes => spikes.EncodeSpikeTimes("Output", "Values", options));
        float[] shown = [.. times.Select(time => time <= LastTime ? time : float.NaN)];
        PlotFigure figure = Panel.Curves(
            title, features, 430, 270, new() { XLabel = "Feature x", YLabel = "Spike time (steps)" }, (shown, Panel.Blue));
        Panel.Dots(figure, row.Spikes(spikes => spikes.EncodeLatency("Spikes", "Values", options))
            .Where(spike => spike.Neuron % 4 == 0).Select(spike => ((double)features[spike.Neuron], (double)spike.Step)));
        return figure;
    }

    private static PlotFigure Deltas(string title, DeltaEncodingOptions options) => Panel.Series(
        title, Series, new OneRow(Series).Spikes(spikes => spikes.EncodeDelta("Spikes", "Values", options)), null, 286, 270);
}
