using Microsoft.ML;
using SpikeML.Plot;

namespace SpikeML.Tutorial.Sections;

/// <summary>Section 2.3: latency coding.</summary>
internal static class LatencyCoding
{
    private static readonly (string Name, string Caption, LatencyEncodingOptions Options)[] Variants =
    [
        ("log", "Logarithmic code: bright pixels at the start, dark ones at the end", new() { Tau = 5 }),
        ("log-slow", "A larger tau slows the code down", new() { Tau = 20 }),
        ("linear", "Linear code: all within the first steps", new() { Tau = 5, Linear = true }),
        ("normalized", "Normalized: spread over all steps", new() { Tau = 5, Linear = true, Normalize = true }),
        ("clipped", "Clipped: the dark background is silent", new() { Tau = 5, Linear = true, Normalize = true, Clip = true }),
    ];

    public static void Show(Report report, Digits digits)
    {
        report.Section("2.3 Latency coding");
        ShowCurve(report);
        foreach ((string name, string caption, LatencyEncodingOptions options) in Variants)
        {
            // Tau 20 puts dark pixels beyond the last step: room for them, as any number of steps may be had.
            LatencyEncodingOptions roomy = options with { NumSteps = options.Tau > 8 ? 300 : 100 };
            SpikeTrain train = digits.EncodeFirst(digits.Context.Transforms.Spikes.EncodeLatency("Spikes", "Features", roomy));
            int last = train.Max(spike => spike.Step);
            report.Say($"{caption}: {train.Count} spikes, steps {train.Min(spike => spike.Step)} to {last}, {train.Count(spike => spike.Step == last)} of them at step {last}");
            report.Show(SpikePlot.Raster(train, new() { Title = "Input Layer", XLabel = "Time step", YLabel = "Neuron Number" }), $"latency-{name}", caption);
        }
    }

    private static void ShowCurve(Report report)
    {
        float[] inputs = [.. Enumerable.Range(1, 50).Select(i => i / 50f)];
        float[] times = new float[inputs.Length];
        LatencyEncoding.EncodeTimes(inputs, times, new() { Tau = 5, Threshold = 0.01 });
        report.Say("Input value   spike time (steps), tau 5, threshold 0.01");
        foreach (int i in new[] { 0, 1, 2, 4, 9, 24, 49 })
            report.Say($"{inputs[i],11:0.00}   {times[i],10:0.0000}");
        report.Show(SpikePlot.Line(inputs, times, new() { XLabel = "Input value", YLabel = "Spike time (steps)" }),
            "spike-time", "Large inputs fire early, small ones late");
    }
}
