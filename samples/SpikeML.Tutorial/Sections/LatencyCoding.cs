using System.Runtime.CompilerServices;
using Microsoft.ML;
using SpikeML.Plot;
using SpikeML.Samples.Gallery;

namespace SpikeML.Tutorial.Sections;

/// <summary>Section 2.3: latency coding.</summary>
internal static class LatencyCoding
{
    public static void Show(Report report, Digits digits)
    {
        report.Section("2.3 Latency coding");
        report.Explain("Here each pixel fires at most once, and its <em>time</em> is the message. Picture a capacitor that the "
            + "pixel's value charges through a resistor: a strong current reaches the threshold &theta; quickly, a weak one "
            + "slowly, and one below the threshold never. With the time constant &tau;, the threshold is reached at");
        report.Formula(Formulas.Latency);
        ShowCurve(report);
        SpikeCatalog spikes = digits.Context.Transforms.Spikes;

        report.Notice("half the inputs fire within the first tenth of a step, and all the differences lie among the small "
            + "values. Rounded to whole steps, most bright pixels end up in the same one.");

        report.Section("2.3.1 Raster plot");
        report.Explain("Five codes of the same digit, each mending a weakness of the one before. <code>Steps</code> ends each "
            + "raster at its last spike.");
        ShowVariant(report, "log", "Logarithmic code: bright pixels at the start, dark ones at the end",
            digits.EncodeFirst(spikes.EncodeLatency("Spikes", "Features", new() { Tau = 5 })));
        report.Notice("two crowds: strokes at the very start, background at the end, because values below the threshold "
            + "are lifted to it and fire last. MNIST has few greys, so little lies in between.");
        report.Explain("A larger &tau; stretches time. Grey pixels now take steps of their own:");
        // Tau 20 puts dark pixels beyond step 100, so this code has more steps.
        ShowVariant(report, "log-slow", "A larger tau slows the code down",
            digits.EncodeFirst(spikes.EncodeLatency("Spikes", "Features", new() { Tau = 20, NumSteps = 300 })));
        report.Notice("the crowds have thinned out and the greys between them stand apart, but the code now takes three times as "
            + "many steps.");
        report.Explain("The logarithm comes from the circuit, but a code does not need it. A straight line spreads the "
            + "values evenly:");
        report.Formula(Formulas.LinearLatency);
        ShowVariant(report, "linear", "Linear code: all within the first steps",
            digits.EncodeFirst(spikes.EncodeLatency("Spikes", "Features", new() { Tau = 5, Linear = true })));
        report.Notice("the axis: with &tau; = 5 everything happens in the first six of the hundred steps, and the others are "
            + "wasted.");
        report.Explain("<code>Normalize</code> stretches the spike times so that the smallest value fires at the last step:");
        ShowVariant(report, "normalized", "Normalized: spread over all steps",
            digits.EncodeFirst(spikes.EncodeLatency("Spikes", "Features", new() { Tau = 5, Linear = true, Normalize = true })));
        report.Notice("the column of marks at the end is the black background: hundreds of spikes that say nothing.");
        report.Explain("<code>Clip</code> silences values below the threshold, so only pixels with ink fire:");
        SpikeTrain train = ShowVariant(report, "clipped", "Clipped: the dark background is silent",
            digits.EncodeFirst(spikes.EncodeLatency("Spikes", "Features",
                new() { Tau = 5, Linear = true, Normalize = true, Clip = true })));

        report.Notice("the whole digit takes one spike for each pixel with ink, where the rate code took up to a hundred. That "
            + "is what makes latency codes cheap; it also makes each lost spike a lost pixel.");

        report.Section("2.3.2 Animation");
        report.Explain("Played as a film, a latency code would be a flash: each pixel is lit for one frame. So each spike of "
            + "such a code leaves a fading trail, and the digit builds up.");
        report.Show(SpikePlot.Animate(train, new() { Title = "Latency code" }), "latency-animation",
            "The clipped code: each pixel with ink spikes once, the brighter the earlier",
                "Dots that fade: the digit's brightest pixels come first, and in the end the digit is whole");
        report.Notice("the order, from the bright middle of the strokes to their grey edges. <code>Trail</code> sets for how "
            + "many frames a spike fades.");
    }

    private static SpikeTrain ShowVariant(Report report, string name, string caption, SpikeTrain encoded,
        [CallerArgumentExpression(nameof(encoded))] string code = "")
    {
        report.Run(out SpikeTrain train, encoded, valueCode: code);
        int first = train.Min(spike => spike.Step), last = train.Max(spike => spike.Step);
        int atLast = train.Count(spike => spike.Step == last);
        report.Say($"{caption}: {train.Count:N0} spikes, steps {first} to {last}, {atLast:N0} of them at step {last}");
        report.Show((theme, width) => SpikePlot.Raster(train, new()
        {
            Title = "Input Layer",
            XLabel = "Time step",
            YLabel = "Neuron Number",
            Steps = ..(last + 1),
            Theme = theme,
            Width = width,
        }),
            $"latency-{name}", caption,
            $"A raster with a mark for each neuron that spikes, {train.Count:N0} in all, between steps {first} and {last}; "
                + $"{atLast:N0} of them at step {last}");
        return train;
    }

    private static void ShowCurve(Report report)
    {
        report.Run(out float[] inputs, [.. Enumerable.Range(2, 99).Select(i => i / 100f)]);
        report.Run(out float[] times, new float[inputs.Length]);
        report.Run(() => LatencyEncoding.EncodeTimes(inputs, times, new() { Tau = 5, Threshold = 0.01 }));
        report.Say("Input value   spike time (steps), tau 5, threshold 0.01");
        foreach (int i in new[] { 0, 2, 4, 8, 18, 48, 98 })
            report.Say($"{inputs[i],11:0.00}   {times[i],10:0.0000}");
        report.Show((theme, width) => SpikePlot.Line(inputs, times,
                new() { XLabel = "Input value", YLabel = "Spike time (steps)", Theme = theme, Width = width }),
            "spike-time", "Large inputs fire early, small ones late",
                "A curve that falls steeply at small inputs and is close to 0 at large ones");
    }
}
