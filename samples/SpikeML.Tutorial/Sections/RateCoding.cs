using Microsoft.ML;
using SpikeML.Plot;
using SpikeML.Samples.Gallery;

namespace SpikeML.Tutorial.Sections;

/// <summary>Sections 2.1 and 2.2: rate coding, and looking at it.</summary>
internal static class RateCoding
{
    public static void Show(Report report, Digits digits)
    {
        report.Section("2. Spike encoding");
        report.Section("2.1 Rate coding");
        ShowBernoulli(report, 10);
        ShowBernoulli(report, 100);

        SpikeCatalog spikes = digits.Context.Transforms.Spikes;
        report.Run(out SpikeEstimator<RateEncodingOptions> full,
            spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 100, Seed = 1 }));
        report.Say($"The rate-coded column: {full.Fit(digits.Train).GetOutputSchema(digits.Train.Schema)["Spikes"].Type}");

        report.Section("2.2 Visualization");
        (SpikeTrain bright, SpikeTrain dim) = ShowAnimations(report, digits, spikes, full);
        report.Show(SpikePlot.MeanImages([bright, dim], ["Gain = 1", "Gain = 0.25"]),
            "mean-images", "The mean over all steps gives the image back",
                "Two images of the digit side by side, the second paler");
        ShowRasters(report, dim);
    }

    private static (SpikeTrain Bright, SpikeTrain Dim) ShowAnimations(Report report, Digits digits, SpikeCatalog spikes,
        SpikeEstimator<RateEncodingOptions> full)
    {
        report.Section("2.2.1 Animation");
        report.Run(out SpikeTrain bright, digits.EncodeFirst(full));
        report.Say($"The corresponding target is: {digits.FirstLabel}");
        report.Say($"Gain 1:    {bright}");
        report.Show(SpikePlot.Animate(bright, new() { Title = "Rate code, gain 1" }),
            "rate-animation", "Rate code, gain 1", "A digit in dots: its bright pixels spike at every step, grey ones at times");

        report.Run(out SpikeEstimator<RateEncodingOptions> quarter,
            spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 100, Gain = 0.25, Seed = 1 }));
        report.Run(out SpikeTrain dim, digits.EncodeFirst(quarter));
        report.Say($"Gain 0.25: {dim} ({dim.Count / (double)bright.Count:P1} of the spikes)");
        report.Show(SpikePlot.Animate(dim, new() { Title = "Rate code, gain 0.25" }),
            "rate-animation-quarter", "Rate code, gain 0.25: a quarter of the spikes",
                "The same digit as a flicker of few dots at a time");
        return (bright, dim);
    }

    private static void ShowRasters(Report report, SpikeTrain dim)
    {
        report.Section("2.2.2 Raster plots");
        report.Show(SpikePlot.Raster(dim, new() { Title = "Input Layer", XLabel = "Time step", YLabel = "Neuron Number" }),
            "rate-raster", "All 784 neurons, gain 0.25",
                "A raster with bands of marks at the neurons of the digit's rows, all along the time axis");
        // The first neuron from 210 on that spikes often enough to be worth a look.
        report.Run(out int neuron, Enumerable.Range(210, 784 - 210).First(index => dim.OfNeuron(index).Count >= 10));
        report.Say($"Neuron {neuron} spikes {dim.OfNeuron(neuron).Count} times in {dim.NumSteps} steps");
        report.Show(SpikePlot.Raster(dim, new() { Neuron = neuron, Title = "Input Neuron", XLabel = "Time step" }),
            "rate-one-neuron", $"Neuron {neuron} alone", "A row of bars, one for each spike, at uneven distances");
    }

    private static void ShowBernoulli(Report report, int steps)
    {
        report.Run(out int numSteps, steps, valueCode: $"{steps}");
        report.Run(out float[] raw, [.. Enumerable.Repeat(0.5f, numSteps)]);
        report.Run(out float[] coded, new float[numSteps]);
        report.Run(() => RateEncoding.Bernoulli(raw, coded, seed: 2));
        if (numSteps <= 10)
            report.Say($"Converted vector: [{string.Join(", ", coded)}]");
        report.Say($"{numSteps} steps at 0.5: the output is spiking {coded.Average() * 100:0.00}% of the time.");
    }
}
