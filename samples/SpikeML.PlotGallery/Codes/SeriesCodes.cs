using System.Globalization;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>
/// Pictures of the codes of series: a signal, its spikes, and what is decoded from them, with two sets of options.
/// </summary>
internal static class SeriesCodes
{
    private const int Steps = 96;

    private static readonly float[] Signal = [.. Enumerable.Range(0, Steps).Select(step =>
        (float)(0.42 + 0.3 * Math.Sin(2 * Math.PI * step / 48) + (step is >= 28 and < 40 ? 0.25 : 0)))];

    public static Figure StepForward(Look look) => Pair(look,
        ("Fitted", new StepForwardEncodingOptions()), ("Threshold = 0.12", new StepForwardEncodingOptions { Threshold = 0.12 }));

    public static Figure ThresholdBased(Look look) => Pair(look, ("Fitted", new ThresholdBasedEncodingOptions()),
        ("Threshold = 0.1", new ThresholdBasedEncodingOptions { Threshold = 0.1 }));

    public static Figure MovingWindow(Look look) => Pair(look, ("Fitted", new MovingWindowEncodingOptions()),
        ("Threshold = 0.1, Window = 2", new MovingWindowEncodingOptions { Threshold = 0.1, Window = 2 }));

    public static Figure Bsa(Look look) => Pair(look, ("Fitted", new BsaEncodingOptions()),
        ("Filter = [0.25, 0.5, 0.25]", new BsaEncodingOptions { Filter = [0.25f, 0.5f, 0.25f] }));

    public static Figure Residue(Look look) => Pair(look,
        ("Threshold = 0.08", new ResidueEncodingOptions { Threshold = 0.08 }),
        ("Threshold = 0.2", new ResidueEncodingOptions { Threshold = 0.2 }));

    public static Figure MultiThreshold(Look look) => Pair(look, ("Fitted", new MultiThresholdEncodingOptions()),
        ("NumThresholds = 3", new MultiThresholdEncodingOptions { NumThresholds = 3 }));

    public static Figure PulseWidth(Look look) => Pair(look,
        ("Period = 10", new PulseWidthEncodingOptions()), ("Period = 24", new PulseWidthEncodingOptions { Period = 24 }));

    /// <summary>All codes of series beside each other, each as its own page shows it.</summary>
    public static Figure Overview(Look look) => look.Picture(3,
        Small(look, "delta", new DeltaEncodingOptions { Threshold = 0.03, OffSpike = true, Padding = true }),
        Small(look, "step-forward", new StepForwardEncodingOptions()),
        Small(look, "moving window", new MovingWindowEncodingOptions()),
        Small(look, "threshold-based", new ThresholdBasedEncodingOptions()),
        Small(look, "residue", new ResidueEncodingOptions { Threshold = 0.08 }),
        Small(look, "multi-threshold", new MultiThresholdEncodingOptions()),
        Small(look, "BSA", new BsaEncodingOptions()),
        Small(look, "pulse width", new PulseWidthEncodingOptions()),
        look.Curves("The signal", [.. Enumerable.Range(0, Steps).Select(step => (float)step)], 286, 230,
            new() { XLabel = "Time step", YLabel = "" }, (Signal, look.Grey)));

    /// <summary>How many spikes a code has for the signal, and how well they restore it.</summary>
    public static SpikeQualityMetrics Quality(SeriesCode code) => Restored(code).Metrics;

    private static Figure Pair(Look look, params (string Title, SeriesCode Code)[] codes) =>
        look.Picture(2, [.. codes.Select(code => Draw(look, code.Title, code.Code, 430, 270, countsSpikes: true))]);

    private static PlotFigure Small(Look look, string title, SeriesCode code) =>
        Draw(look, title, code, 286, 230, countsSpikes: false);

    private static PlotFigure Draw(Look look, string title, SeriesCode code, int width, int height, bool countsSpikes)
    {
        (SpikeTrain spikes, float[] decoded, SpikeQualityMetrics metrics) = Restored(code);
        string count = countsSpikes ? $"{spikes.Count} spikes, " : "";
        string heading = string.Create(CultureInfo.InvariantCulture, $"{title}: {count}{metrics.SignalToNoise:F0} dB");
        return look.Series(heading, Signal, spikes, decoded, width, height);
    }

    private static (SpikeTrain Spikes, float[] Decoded, SpikeQualityMetrics Metrics) Restored(SeriesCode code)
    {
        OneRow row = new(Signal);
        return code switch
        {
            DeltaEncodingOptions options => row.Restored(spikes => spikes.EncodeDelta("Spikes", "Values", options), Signal[0]),
            StepForwardEncodingOptions options =>
                row.Restored(spikes => spikes.EncodeStepForward("Spikes", "Values", options), Signal[0]),
            ThresholdBasedEncodingOptions options =>
                row.Restored(spikes => spikes.EncodeThresholdBased("Spikes", "Values", options), Signal[0]),
            MovingWindowEncodingOptions options =>
                row.Restored(spikes => spikes.EncodeMovingWindow("Spikes", "Values", options), Signal[0]),
            BsaEncodingOptions options => row.Restored(spikes => spikes.EncodeBsa("Spikes", "Values", options), Signal[0]),
            ResidueEncodingOptions options =>
                row.Restored(spikes => spikes.EncodeResidue("Spikes", "Values", options), Signal[0]),
            MultiThresholdEncodingOptions options =>
                row.Restored(spikes => spikes.EncodeMultiThreshold("Spikes", "Values", options), Signal[0]),
            PulseWidthEncodingOptions options =>
                row.Restored(spikes => spikes.EncodePulseWidth("Spikes", "Values", options), Signal[0]),
            _ => throw new ArgumentException($"{code.GetType().Name} has no verb here.", nameof(code)),
        };
    }
}
