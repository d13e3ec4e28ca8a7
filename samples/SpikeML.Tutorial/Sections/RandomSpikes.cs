using SpikeML.Plot;
using SpikeML.Samples.Gallery;

namespace SpikeML.Tutorial.Sections;

/// <summary>Section 3: spikes from random probabilities, with no data at all.</summary>
internal static class RandomSpikes
{
    public static void Show(Report report)
    {
        report.Section("3. Spike generation");
        report.Explain("Spikes need no data at all. Noise is useful to test a network, to benchmark it, or as a background: draw "
            + "a probability between 0 and 0.5 for every place, and toss its coin.");
        report.Run(out Random random, new(0));
        report.Run(out float[] probabilities, [.. Enumerable.Range(0, 100 * 28 * 28).Select(_ => random.NextSingle() * 0.5f)]);
        report.Run(out float[] drawn, new float[probabilities.Length]);
        report.Run(() => RateEncoding.Bernoulli(probabilities, drawn, seed: 0));
        report.Run(out SpikeTrain train, SpikeTrain.FromDense(drawn, 100, 28, 28));
        report.Say($"Random train: {train}, {train.Count / (double)drawn.Length:P1} of all places");

        report.Section("3.1 Animation");
        report.Show(SpikePlot.Animate(train, new() { Title = "A random spike train" }),
            "random-animation", "A random spike train", "Dots all over a square, a quarter of all places at each step");
        report.Notice("no shape stays from frame to frame. A quarter of the places spike on average, since the probabilities lie "
            + "around 0.25.");

        // One row of the 28 x 28 neurons, as the figure of the reference tutorial has it.
        report.Section("3.2 Raster");
        report.Run(out SpikeTrain row, SpikeTrain.FromEvents(train.Where(spike => spike.Neuron < 28), 100, 28));
        report.Show((theme, width) => SpikePlot.Raster(row,
                new() { Title = "Input Layer", XLabel = "Time step", YLabel = "Neuron Number", Theme = theme, Width = width }),
            "random-raster", "The first 28 neurons of a random spike train", "A raster of 28 neurons with marks all over");
        report.Notice("compare it with the digit's raster above: neither rows nor columns stand out, because every place has a "
            + "probability of its own.");
    }
}
