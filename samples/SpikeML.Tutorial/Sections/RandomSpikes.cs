using SpikeML.Plot;
using SpikeML.Samples.Gallery;

namespace SpikeML.Tutorial.Sections;

/// <summary>Section 3: spikes from random probabilities, with no data at all.</summary>
internal static class RandomSpikes
{
    public static void Show(Report report)
    {
        report.Section("3. Spike generation");
        report.Run(out Random random, new(0));
        report.Run(out float[] probabilities, [.. Enumerable.Range(0, 100 * 28 * 28).Select(_ => random.NextSingle() * 0.5f)]);
        report.Run(out float[] drawn, new float[probabilities.Length]);
        report.Run(() => RateEncoding.Bernoulli(probabilities, drawn, seed: 0));
        report.Run(out SpikeTrain train, SpikeTrain.FromDense(drawn, 100, 28, 28));
        report.Say($"Random train: {train}, {train.Count / (double)drawn.Length:P1} of all places");

        report.Section("3.1 Animation");
        report.Show(SpikePlot.Animate(train, new() { Title = "A random spike train" }),
            "random-animation", "A random spike train", "Dots all over a square, a quarter of all places at each step");

        // One row of the 28 x 28 neurons, as the figure of the reference tutorial has it.
        report.Section("3.2 Raster");
        report.Run(out SpikeTrain row, SpikeTrain.FromEvents(train.Where(spike => spike.Neuron < 28), 100, 28));
        report.Show(SpikePlot.Raster(row, new() { Title = "Input Layer", XLabel = "Time step", YLabel = "Neuron Number" }),
            "random-raster", "The first 28 neurons of a random spike train", "A raster of 28 neurons with marks all over");
    }
}
