using Microsoft.ML;
using SpikeML.Plot;

namespace SpikeML.Tutorial.Sections;

/// <summary>Section 2.1 and 2.2: rate coding, and looking at it.</summary>
internal static class RateCoding
{
    public static void Show(Report report, Digits digits)
    {
        report.Section("2.1 Rate coding");
        ShowBernoulli(report, numSteps: 10);
        ShowBernoulli(report, numSteps: 100);

        SpikeCatalog spikes = digits.Context.Transforms.Spikes;
        RateEncodingEstimator full = spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 100, Seed = 1 });
        RateEncodingEstimator quarter = spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 100, Gain = 0.25, Seed = 1 });
        report.Say($"The rate-coded column: {full.Fit(digits.Train).GetOutputSchema(digits.Train.Schema)["Spikes"].Type}");

        report.Section("2.2 Visualization");
        SpikeTrain bright = digits.EncodeFirst(full), dim = digits.EncodeFirst(quarter);
        report.Say($"The corresponding target is: {digits.FirstLabel}");
        report.Say($"Gain 1:    {bright}");
        report.Say($"Gain 0.25: {dim} ({dim.Count / (double)bright.Count:P1} of the spikes)");

        report.Show(SpikePlot.Raster(dim, new() { Title = "Input Layer", XLabel = "Time step", YLabel = "Neuron Number" }),
            "rate-raster", "All 784 neurons, gain 0.25");
        int neuron = FirstLively(dim, from: 210);
        report.Say($"Neuron {neuron} spikes {dim.OfNeuron(neuron).Count} times in {dim.NumSteps} steps");
        report.Show(SpikePlot.Raster(dim, new() { Neuron = neuron, Title = "Input Neuron", XLabel = "Time step" }),
            "rate-one-neuron", $"Neuron {neuron} alone");
    }

    private static void ShowBernoulli(Report report, int numSteps)
    {
        float[] raw = [.. Enumerable.Repeat(0.5f, numSteps)];
        float[] coded = new float[numSteps];
        RateEncoding.Bernoulli(raw, coded, seed: 2);
        if (numSteps <= 10)
            report.Say($"Converted vector: [{string.Join(", ", coded)}]");
        report.Say($"{numSteps} steps at 0.5: the output is spiking {coded.Average() * 100:0.00}% of the time.");
    }

    /// <summary>The first neuron, from the given one on, that spikes often enough to be worth a look.</summary>
    private static int FirstLively(SpikeTrain train, int from) =>
        Enumerable.Range(from, train.NeuronCount - from).First(neuron => train.OfNeuron(neuron).Count >= 10);
}
