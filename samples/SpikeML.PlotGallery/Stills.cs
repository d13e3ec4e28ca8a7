using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>The figures that stand still.</summary>
internal static class Stills
{
    private static readonly float[] Series = [0, 1, 0, 2, 8, -20, 20, -5, 0, 1, 0];

    private static readonly SpikeTrain Deltas = SpikeTrain.FromEvents([new(4, 0, 1), new(5, 0, -1), new(6, 0, 1), new(7, 0, -1),
        new(8, 0, 1)], Series.Length);

    public static void Draw(string folder) => Picture.SaveAll(folder, look => Rasters(look).Concat(Others(look)));

    private static IEnumerable<(string, Figure)> Rasters(Look look)
    {
        Digit digit = new();
        SpikeTrain rate = digit.Rate(1), sparse = digit.Rate(0.25);
        yield return ("raster", SpikePlot.Raster(sparse,
            new() { Title = "Input layer", Width = look.Width, Theme = look.Theme }));
        yield return ("raster-neuron", SpikePlot.Raster(rate,
            new() { Neuron = 210, Title = "Input neuron", Width = look.Width, Theme = look.Theme }));
        yield return ("raster-latency",
            SpikePlot.Raster(digit.Latency(new() { Tau = 5, Normalize = true, Linear = true, Clip = true }),
            new()
            {
                Title = "Latency code, linear and normalized",
                SecondsPerStep = 0.001,
                Width = look.Width,
                Theme = look.Theme,
            }));
        yield return ("raster-off-spikes", SpikePlot.Raster(Deltas,
            new() { Title = "Delta code", Width = look.Width, Theme = look.Theme }));
        yield return ("raster-groups", SpikePlot.Raster(Network.Waves(200, 784, 0.05),
            new()
            {
                Groups = [new("Inhibitory", 120), new("Excitatory", 544), new("Input", 120)],
                Title = "Groups of neurons",
                Width = look.Width,
                Theme = look.Theme,
            }));
        yield return ("raster-trains",
            SpikePlot.Raster([Network.Waves(200, 40, 0.1), Network.Waves(200, 40, 0.2, 12), Network.Waves(200, 40, 0.4, 13)],
            new() { Title = "Three trials", Width = look.Width, Theme = look.Theme }));
        yield return ("raster-labels", SpikePlot.Raster(Network.Outputs(60),
            new()
            {
                Labels = [.. Enumerable.Range(0, 10).Select(label => $"\"{label}\"")],
                Title = "Output layer",
                Width = look.Width,
                Theme = look.Theme,
                YLabel = ""
            }));
        yield return ("raster-density", SpikePlot.Raster(Network.Waves(1000, 4000, 0.7),
            new() { Title = "One million spikes", Width = look.Width ?? 480, Height = 260, Theme = look.Theme }));
        yield return ("space-time", SpikePlot.SpaceTime(Network.Camera(200),
            new() { SecondsPerStep = 0.001, Title = "A disc that goes round", Width = look.Width, Theme = look.Theme }));
        yield return ("mean-images", SpikePlot.MeanImages([rate, sparse], ["Gain = 1", "Gain = 0.25"],
            new() { Width = look.Width / 2, Theme = look.Theme }));
        yield return ("mean-image-scale", SpikePlot.MeanImage(sparse,
            new()
            {
                ShowScale = true,
                Maximum = null,
                Colors = ColorMap.Viridis,
                Title = "Mean",
                Width = look.Width,
                Theme = look.Theme,
            }));
    }

    private static IEnumerable<(string, Figure)> Others(Look look)
    {
        float[] values = [.. Enumerable.Range(0, 100).Select(i => i * 0.05f)];
        float[] times = [.. values.Select(value => value > 1 ? MathF.Log(value / (value - 1)) * 5 : float.NaN)];
        yield return ("curve", SpikePlot.Line(values, times,
            new() { XLabel = "Input value", YLabel = "Spike time (s)", Width = look.Width, Theme = look.Theme }));
        yield return ("series",
            SpikePlot.Line(Series,
                new() { Title = "Some fake time-series data", YLabel = "Voltage (mV)", Width = look.Width, Theme = look.Theme }));
        yield return ("series-spikes", SpikePlot.Line(Series, Deltas,
            new() { Title = "A series and its delta spikes", YLabel = "Voltage (mV)", Width = look.Width, Theme = look.Theme }));
        yield return ("lines", SpikePlot.Lines([new("Living room", Temperatures(20, 1.5)), new("Kitchen", Temperatures(21, 2.5)),
            new("Outside", Temperatures(11, 5))],
            new() { Title = "Three sensors", YLabel = "Temperature (°C)", Width = look.Width, Theme = look.Theme }));
        (float[] potentials, SpikeTrain spikes) = Network.Leaky(100, 9);
        yield return ("traces", SpikePlot.Traces(potentials, 100, spikes,
            new()
            {
                Threshold = 1,
                Columns = look.Columns(3, 200),
                Title = "Leaky neurons",
                Width = look.Width,
                Theme = look.Theme,
            }));
        yield return ("confusion", SpikePlot.ConfusionTable([[48, 2, 0], [5, 41, 4], [0, 3, 47]],
            new() { Labels = ["cat", "dog", "owl"], Width = look.Width, Theme = look.Theme }));
        yield return ("counts", SpikePlot.SpikeCount(Network.Outputs(100),
            new() { Title = "Spikes of each output", Width = look.Width, Theme = look.Theme }));
        SpikeTrain waves = Network.Waves(1000, 300, 0.2);
        yield return ("psth",
            SpikePlot.Psth(waves,
                new() { Title = "Firing rate over time", SecondsPerStep = 0.001, Width = look.Width, Theme = look.Theme }));
        yield return ("intervals", SpikePlot.InterSpikeIntervals(waves,
            new() { Longest = 60, Title = "Inter-spike intervals", Width = look.Width, Theme = look.Theme }));
        yield return ("rate-map",
            SpikePlot.RateMap(waves,
                new() { Title = "Firing rates", SecondsPerStep = 0.001, Width = look.Width, Theme = look.Theme }));
    }

    /// <summary>Two days of temperatures, one each half hour, warmest in the afternoon.</summary>
    private static float[] Temperatures(double mean, double swing) => [.. Enumerable.Range(0, 97).Select(step =>
        (float)(mean - swing * Math.Cos(2 * Math.PI * (step - 6) / 48) + 0.06 * swing * Math.Sin(1.7 * step)))];
}
