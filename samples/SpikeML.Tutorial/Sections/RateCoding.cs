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
        report.Explain("A digit does not move, but a spiking network runs in time steps. An encoder decides how a still pixel "
            + "becomes a train of spikes. <strong>Rate coding</strong> lets bright pixels fire <em>often</em>. <strong>Latency "
            + "coding</strong> lets them fire <em>early</em>. <strong>Delta modulation</strong> fires only when a value "
            + "<em>changes</em>, so it needs a series rather than an image.");
        report.Section("2.1 Rate coding");
        report.Explain("At each step, every pixel tosses its own biased coin. A pixel of value <var>x</var> spikes with "
            + "probability <var>x</var>, whatever happened in the steps before:");
        report.Formula(Formulas.Rate);
        report.Explain("Ten tosses of a fair coin may well give seven heads. A hundred come closer to half: the more steps, the "
            + "better the share of spikes tells the value, and the longer the network has to wait for it.");
        ShowBernoulli(report, 10);
        ShowBernoulli(report, 100);

        SpikeCatalog spikes = digits.Context.Transforms.Spikes;
        report.Run(out SpikeEstimator<RateEncodingOptions> full,
            spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 100, Seed = 1 }));
        report.Explain("<code>EncodeRate</code> does the same for a whole column of images. <code>Gain</code> multiplies the "
            + "values before they become probabilities, and anything outside 0 to 1 is clipped. A saved seed fixes the coins, so "
            + "the same image gives the same spikes every time that it is read.");
        report.Say($"The rate-coded column: {full.Fit(digits.Train).GetOutputSchema(digits.Train.Schema)["Spikes"].Type}");

        report.Section("2.2 Visualization");
        (SpikeTrain bright, SpikeTrain dim) = ShowAnimations(report, digits, spikes, full);
        report.Explain("Averaging over time turns spikes back into probabilities, and so into the image:");
        report.Formula(Formulas.Mean);
        report.Show((theme, width) => SpikePlot.MeanImages([bright, dim], ["Gain = 1", "Gain = 0.25"],
                new() { Theme = theme, Width = width / 2 }),
            "mean-images", "The mean over all steps gives the image back",
                "Two images of the digit side by side, the second fainter");
        report.Notice("both images share one scale, so the second is fainter by the factor of four that its gain says. Its grain "
            + "is the noise of the coins: a quarter of the spikes tells the same digit less exactly.");
        ShowRasters(report, dim);
    }

    private static (SpikeTrain Bright, SpikeTrain Dim) ShowAnimations(Report report, Digits digits, SpikeCatalog spikes,
        SpikeEstimator<RateEncodingOptions> full)
    {
        report.Section("2.2.1 Animation");
        report.Explain("The last two dimensions of the spike train are the image's rows and columns, so each time step is a "
            + "picture. Shown one after another, they are a film of the digit as the network sees it.");
        report.Run(out SpikeTrain bright, digits.EncodeFirst(full));
        report.Say($"The corresponding target is: {digits.FirstLabel}");
        report.Say($"Gain 1:    {bright}");
        report.Show(SpikePlot.Animate(bright, new() { Title = "Rate code, gain 1" }),
            "rate-animation", "Rate code, gain 1", "A digit in dots: its bright pixels spike at every step, grey ones at times");

        report.Notice("strokes of value 1 are lit in every frame and carry no surprise. Only the grey pixels at their edges "
            + "flicker. Open the player to stop at a step, leave a trail behind each spike, or find the neuron under the "
            + "pointer.");
        report.Explain("White pixels that spike at every step cost energy and say nothing new. A gain of 0.25 keeps a quarter of "
            + "the spikes:");
        report.Run(out SpikeEstimator<RateEncodingOptions> quarter,
            spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 100, Gain = 0.25, Seed = 1 }));
        report.Run(out SpikeTrain dim, digits.EncodeFirst(quarter));
        report.Say($"Gain 0.25: {dim} ({dim.Count / (double)bright.Count:P1} of the spikes)");
        report.Show(SpikePlot.Animate(dim, new() { Title = "Rate code, gain 0.25" }),
            "rate-animation-quarter", "Rate code, gain 0.25: a quarter of the spikes",
                "The same digit as a flicker of few dots at a time");
        report.Notice("now the strokes blink as well. No single step shows the digit, but a few of them together do, and that is "
            + "what a network adds up.");
        return (bright, dim);
    }

    private static void ShowRasters(Report report, SpikeTrain dim)
    {
        report.Section("2.2.2 Raster plots");
        report.Explain("A raster shows all steps at once: time runs to the right, every neuron has a row, and a mark is a spike. "
            + "The 784 pixels are numbered row by row from the top left corner.");
        report.Show((theme, width) => SpikePlot.Raster(dim,
                new() { Title = "Input Layer", XLabel = "Time step", YLabel = "Neuron Number", Theme = theme, Width = width }),
            "rate-raster", "All 784 neurons, gain 0.25",
                "A raster with bands of marks at the neurons of the digit's rows, all along the time axis");
        report.Notice("the bands are the rows of the image that the digit crosses, 28 neurons apart. Along the time axis nothing "
            + "changes: a rate code has no rhythm, only shares.");
        report.Show(SpikePlot.InteractiveRaster(dim, new() { Title = "Input Layer" }), "rate-raster-interactive",
            "The same raster to look into: zoom, move, and point at a spike to see its neuron and step");
        report.Explain("One neuron alone makes a one-line raster, in which each spike is a bar:");
        // The first neuron from 210 on that spikes often enough to be worth a look.
        report.Run(out int neuron, Enumerable.Range(210, 784 - 210).First(index => dim.OfNeuron(index).Count >= 10));
        report.Say($"Neuron {neuron} spikes {dim.OfNeuron(neuron).Count} times in {dim.NumSteps} steps");
        report.Show((theme, width) => SpikePlot.Raster(dim,
                new() { Neuron = neuron, Title = "Input Neuron", XLabel = "Time step", Theme = theme, Width = width }),
            "rate-one-neuron", $"Neuron {neuron} alone", "A row of bars, one for each spike, at uneven distances");
        report.Notice("the gaps are uneven, as gaps between coin tosses are. Losing a spike or two would hardly change the "
            + "share: a rate code is robust, and pays for it with many spikes and many steps.");
    }

    private static void ShowBernoulli(Report report, int steps)
    {
        report.Run(out int numSteps, steps, valueCode: $"{steps}");
        report.Run(out float[] raw, [.. Enumerable.Repeat(0.5f, numSteps)]);
        report.Run(out float[] coded, new float[numSteps]);
        report.Run(() => RateEncoding.Bernoulli(raw, coded, seed: 2));
        if (numSteps <= 10)
            report.Say($"Converted vector: [{string.Join(", ", coded)}]");
        report.Say($"{numSteps} steps at 0.5: the output is spiking {coded.Average():P1} of the time.");
    }
}
