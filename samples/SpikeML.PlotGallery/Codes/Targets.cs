using OxyPlot;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>Pictures of what ten output neurons should do for the label 3.</summary>
internal static class Targets
{
    private const int Steps = 40, Classes = 10, Label = 3;

    private static readonly OneRow Row = new([Label]);
    private static readonly RateTargetEncodingOptions Rate =
        new() { NumSteps = Steps, NumClasses = Classes, CorrectRate = 0.5, IncorrectRate = 0.1 };
    private static readonly LatencyTargetEncodingOptions Latency =
        new() { NumClasses = Classes, Latency = new() { NumSteps = 20, Linear = true, Normalize = true } };

    public static Figure Rates(Look look) => look.Picture(2,
        Raster(look, "Rates 0.5 and 0.1, Regular", Rate),
        Raster(look, "Rates 0.5 and 0.1, Uniform", Rate with { FiringPattern = FiringPattern.Uniform, Seed = 1 }),
        Raster(look, "Rates 0.5 and 0.1, Poisson", Rate with { FiringPattern = FiringPattern.Poisson, Seed = 1 }),
        Membrane(look, "Rates 0.2 and 0.05, Interpolate", Row.Numbers(spikes => spikes.EncodeRateTargets("Output", "Values",
            Rate with
            {
                CorrectRate = 0.2,
                IncorrectRate = 0.05,
                FirstSpikeTime = 4,
                OffTarget = 0.2,
                Interpolate = true,
            }))));

    public static Figure Latencies(Look look) => look.Picture(2,
        Marked(look, "Spikes", Row.Spikes(spikes => spikes.EncodeLatencyTargets("Spikes", "Values", Latency))),
        Membrane(look, "Interpolate", Row.Numbers(spikes => spikes.EncodeLatencyTargets("Output", "Values",
            Latency with { Latency = Latency.Latency with { Interpolate = true } }))));

    private static PlotFigure Raster(Look look, string title, RateTargetEncodingOptions options) =>
        Marked(look, title, Row.Spikes(spikes => spikes.EncodeRateTargets("Spikes", "Values", options)));

    /// <summary>The correct class stands out.</summary>
    private static PlotFigure Marked(Look look, string title, SpikeTrain train)
    {
        PlotFigure figure = look.Raster(title, train, 430, 220, new()
        {
            Mark = RasterMark.Bar,
            YLabel = "Class",
        });
        figure.Model.Annotations.Add(new OxyPlot.Annotations.RectangleAnnotation
        {
            MinimumY = Label - 0.5,
            MaximumY = Label + 0.5,
            Fill = OxyColor.Interpolate(look.Theme.Background, look.Blue, 0.2),
            Layer = OxyPlot.Annotations.AnnotationLayer.BelowSeries,
        });
        return figure;
    }

    /// <summary>The correct class in blue, all others, which are alike, in grey.</summary>
    private static PlotFigure Membrane(Look look, string title, float[] values)
    {
        int steps = values.Length / Classes;
        float[] Of(int neuron) => [.. Enumerable.Range(0, steps).Select(step => values[step * Classes + neuron])];
        return look.Curves(title, [.. Enumerable.Range(0, steps).Select(step => (float)step)], 430, 220,
            new() { XLabel = "Time step", YLabel = "Target" }, (Of(0), look.Grey), (Of(Label), look.Blue));
    }
}
