using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>Figures that analyse: marginals, membranes, weights, correlations, codes side by side, training.</summary>
internal static class Analyses
{
    private static readonly SpikeTrain Waves = Network.Waves(600, 60, 0.25);

    public static void Draw(string folder) => Picture.SaveAll(folder, All);

    private static IEnumerable<(string, Figure)> All(Look look)
    {
        yield return ("raster-marginals", SpikePlot.Raster(Waves, new()
        {
            Classes = [.. Enumerable.Range(0, 60).Select(neuron => $"Class {(char)('A' + neuron / 20)}")],
            Order = NeuronOrder.Rate,
            ShowMarginals = true,
            SecondsPerStep = 0.001,
            Title = "Sorted by class and rate",
            Width = look.Width,
            Theme = look.Theme,
        }));
        yield return ("raster-graded", SpikePlot.Raster(Graded(),
            new() { Title = "Graded spikes", Width = look.Width, Theme = look.Theme }));
        yield return ("membrane", Membrane(look));
        yield return ("weights", SpikePlot.Weights(Fields(16, 12), 16,
            new() { Title = "Weights of a layer", Width = look.Width, Theme = look.Theme }));
        yield return ("receptive-fields", SpikePlot.ReceptiveFields(Fields(16, 12), 12, 12,
            new() { Title = "Receptive fields", Width = look.Width, Theme = look.Theme }));
        yield return ("correlogram", SpikePlot.CrossCorrelogram(Waves, 20, 26,
            new()
            {
                MaxLag = 200,
                BinSteps = 9,
                SecondsPerStep = 0.001,
                Title = "Neuron 26 around spikes of neuron 20",
                Width = look.Width,
                Theme = look.Theme,
            }));
        yield return ("correlations", SpikePlot.Correlations(Waves,
            new() { BinSteps = 25, Title = "Correlations", Width = look.Width, Theme = look.Theme }));
        yield return ("smoothed-rates", SpikePlot.SmoothedRates(Waves, new()
        {
            Groups = [new("Class A", 20), new("Class B", 20), new("Class C", 20)],
            Sigma = 12,
            SecondsPerStep = 0.001,
            Title = "Smoothed rates",
            Width = look.Width,
            Theme = look.Theme,
        }));
        yield return ("compare-codes", SpikePlot.CompareCodes([0.05f, 0.3f, 0.55f, 0.8f, 1, 0.7f, 0.2f],
            new() { Title = "Seven features in six codes", Columns = look.Columns(4, 400), Theme = look.Theme }));
        yield return ("compare-series", SpikePlot.CompareCodes(Temperatures(),
            new() { IsSeries = true, YLabel = "°C", Columns = look.IsForPhones ? 1 : null, Theme = look.Theme }));
        yield return ("training", SpikePlot.TrainingCurves([1.9, 1.1, 0.72, 0.51, 0.39, 0.31, 0.26, 0.21],
            [1.7, 1.15, 0.86, 0.74, 0.69, 0.7, 0.73, 0.78], [0.35, 0.63, 0.77, 0.84, 0.88, 0.91, 0.92, 0.94],
            [0.42, 0.61, 0.7, 0.76, 0.78, 0.79, 0.78, 0.78],
                new() { Title = "Training", Width = look.Width, Theme = look.Theme }));
        yield return ("themes", SpikePlot.Grid(
            [.. new[] { FigureTheme.Light, FigureTheme.Dark, FigureTheme.Print }.Select(theme => Themed(theme))],
            new() { Columns = look.Columns(3, 340), Theme = look.Theme }));
    }

    private static PlotFigure Themed(FigureTheme theme) => SpikePlot.Raster(
        [Network.Waves(100, 12, 0.3), Network.Waves(100, 12, 0.3, 12), Network.Waves(100, 12, 0.3, 13)],
        new() { Width = 340, Height = 260, Theme = theme });

    private static SpikeTrain Graded()
    {
        Random random = new(2);
        return SpikeTrain.FromEvents(Network.Waves(100, 24, 0.4).Select(spike =>
            spike with { Value = (float)Math.Exp(3.4 * random.NextDouble()) }), 100, 24);
    }

    private static PlotFigure Membrane(Look look)
    {
        float[] input = [.. Enumerable.Range(0, 200).Select(step =>
            step is >= 20 and < 90 ? 0.21f : step is >= 120 and < 180 ? 0.3f : 0)];
        float[] potentials = new float[input.Length];
        List<SpikeEvent> spikes = [];
        float potential = 0;
        for (int step = 0; step < input.Length; step++)
        {
            potential = 0.85f * potential + input[step];
            potentials[step] = potential;
            if (potential < 1)
                continue;
            spikes.Add(new SpikeEvent(step, 0, 1));
            potential = 0;
        }
        return SpikePlot.Membrane(potentials, SpikeTrain.FromEvents(spikes, input.Length, 1), input,
            new()
            {
                Threshold = 1,
                Reset = 0,
                InputLabel = "Current",
                Title = "A leaky integrate-and-fire neuron",
                Width = look.Width,
                Theme = look.Theme,
            });
    }

    /// <summary>Gabor patches of a square of pixels, one for each neuron.</summary>
    private static float[] Fields(int neurons, int side) => [..
        from neuron in Enumerable.Range(0, neurons)
        from row in Enumerable.Range(0, side)
        from column in Enumerable.Range(0, side)
        let angle = Math.PI * neuron / neurons
        let x = column - (side - 1) / 2.0
        let y = row - (side - 1) / 2.0
        select (float)(Math.Exp(-(x * x + y * y) / (side * 1.2)) * Math.Cos(1.1 * (x * Math.Cos(angle) + y * Math.Sin(angle))
            + neuron))];

    private static float[] Temperatures() => [.. Enumerable.Range(0, 120).Select(step =>
        (float)(20 + 5 * Math.Sin(step / 12.0) + 1.5 * Math.Sin(step / 3.1)))];
}
