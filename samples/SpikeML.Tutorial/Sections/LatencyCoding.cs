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
        ShowCurve(report);
        SpikeCatalog spikes = digits.Context.Transforms.Spikes;

        report.Section("2.3.1 Raster plot");
        ShowVariant(report, "log", "Logarithmic code: bright pixels at the start, dark ones at the end",
            digits.EncodeFirst(spikes.EncodeLatency("Spikes", "Features", new() { Tau = 5 })));
        // Tau 20 puts dark pixels beyond step 100, so this code has more steps.
        ShowVariant(report, "log-slow", "A larger tau slows the code down",
            digits.EncodeFirst(spikes.EncodeLatency("Spikes", "Features", new() { Tau = 20, NumSteps = 300 })));
        ShowVariant(report, "linear", "Linear code: all within the first steps",
            digits.EncodeFirst(spikes.EncodeLatency("Spikes", "Features", new() { Tau = 5, Linear = true })));
        ShowVariant(report, "normalized", "Normalized: spread over all steps",
            digits.EncodeFirst(spikes.EncodeLatency("Spikes", "Features", new() { Tau = 5, Linear = true, Normalize = true })));
        SpikeTrain train = ShowVariant(report, "clipped", "Clipped: the dark background is silent",
            digits.EncodeFirst(spikes.EncodeLatency("Spikes", "Features",
                new() { Tau = 5, Linear = true, Normalize = true, Clip = true })));

        report.Section("2.3.2 Animation");
        report.Show(SpikePlot.Animate(train, new() { Title = "Latency code" }), "latency-animation",
            "The clipped code: each pixel with ink spikes once, the brighter the earlier",
                "A few dots at a time, the digit's brightest pixels first");
    }

    private static SpikeTrain ShowVariant(Report report, string name, string caption, SpikeTrain encoded,
        [CallerArgumentExpression(nameof(encoded))] string code = "")
    {
        report.Run(out SpikeTrain train, encoded, valueCode: code);
        int first = train.Min(spike => spike.Step), last = train.Max(spike => spike.Step);
        int atLast = train.Count(spike => spike.Step == last);
        report.Say($"{caption}: {train.Count} spikes, steps {first} to {last}, {atLast} of them at step {last}");
        report.Show(SpikePlot.Raster(train, new()
        {
            Title = "Input Layer",
            XLabel = "Time step",
            YLabel = "Neuron Number",
            Steps = ..(last + 1),
        }),
            $"latency-{name}", caption,
            $"A raster with a mark for each neuron that spikes, {train.Count} in all, between steps {first} and {last}; {atLast} "
                + $"of them at step {last}");
        return train;
    }

    private static void ShowCurve(Report report)
    {
        report.Run(out float[] inputs, [.. Enumerable.Range(1, 50).Select(i => i / 50f)]);
        report.Run(out float[] times, new float[inputs.Length]);
        report.Run(() => LatencyEncoding.EncodeTimes(inputs, times, new() { Tau = 5, Threshold = 0.01 }));
        report.Say("Input value   spike time (steps), tau 5, threshold 0.01");
        foreach (int i in new[] { 0, 1, 2, 4, 9, 24, 49 })
            report.Say($"{inputs[i],11:0.00}   {times[i],10:0.0000}");
        report.Show(SpikePlot.Line(inputs, times, new() { XLabel = "Input value", YLabel = "Spike time (steps)" }),
            "spike-time", "Large inputs fire early, small ones late",
                "A curve that falls steeply at small inputs and is close to 0 at large ones");
    }
}
