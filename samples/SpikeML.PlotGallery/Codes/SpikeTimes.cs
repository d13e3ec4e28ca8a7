using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of spike times: curves over the feature, and the steps that they are rounded to as dots.</summary>
internal static class SpikeTimes
{
    private const int LastTime = 24;

    public static Figure All(Look look)
    {
        LatencyEncodingOptions options = new() { NumSteps = LastTime + 1, Tau = 10, Threshold = 0.1, Clip = true, Bypass = true };
        return look.Picture(2,
            Times(look, "tau ln(x / (x - threshold))", options),
            Times(look, "Linear = true: tau (1 - x)", options with { Linear = true }));
    }

    private static PlotFigure Times(Look look, string title, LatencyEncodingOptions options)
    {
        float[] features = [.. Enumerable.Range(0, 101).Select(i => i / 100f)];
        OneRow row = new(features);
        float[] times = row.Numbers(spikes => spikes.EncodeSpikeTimes("Output", "Values", options));
        float[] shown = [.. times.Select(time => time <= LastTime ? time : float.NaN)];
        PlotFigure figure = look.Curves(
            title, features, 430, 270, new() { XLabel = "Feature x", YLabel = "Spike time (steps)" }, (shown, look.Blue));
        look.Dots(figure, row.Spikes(spikes => spikes.EncodeLatency("Spikes", "Values", options))
            .Where(spike => spike.Neuron % 4 == 0).Select(spike => ((double)features[spike.Neuron], (double)spike.Step)));
        return figure;
    }
}
