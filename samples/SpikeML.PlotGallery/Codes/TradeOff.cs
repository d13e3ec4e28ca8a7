using OxyPlot;
using OxyPlot.Legends;
using OxyPlot.Series;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of what fewer spikes cost: the quality of a decoded signal over the share of spikes.</summary>
internal static class TradeOff
{
    private static readonly double[] Thresholds = [.. Enumerable.Range(0, 24).Select(i => 0.01 * Math.Pow(1.15, i))];

    private static readonly (string Name, OxyColor Color, Func<double, SeriesCode> Code)[] Codes =
    [
        ("residue", Panel.Vermillion, threshold => new ResidueEncodingOptions { Threshold = threshold }),
        ("step-forward", Panel.Blue, threshold => new StepForwardEncodingOptions { Threshold = threshold }),
        ("moving window", OxyColor.FromRgb(0x00, 0x9E, 0x73),
            threshold => new MovingWindowEncodingOptions { Threshold = threshold, Window = 2 }),
        ("threshold-based", OxyColors.Black, threshold => new ThresholdBasedEncodingOptions { Threshold = threshold }),
    ];

    public static Figure All(double scale)
    {
        PlotFigure figure = SpikePlot.Line([0], [0], new()
        {
            XLabel = "Share of steps with a spike (%)",
            YLabel = "Signal-to-noise ratio (dB)",
            Width = 620,
            Height = 340,
            Scale = scale,
        });
        figure.Model.Series.Clear();
        foreach ((string name, OxyColor color, Func<double, SeriesCode> code) in Codes)
        {
            LineSeries line = new()
            {
                Title = name,
                Color = color,
                MarkerType = MarkerType.Circle,
                MarkerSize = 2.5,
                MarkerFill = color,
            };
            line.Points.AddRange(Thresholds.Select(threshold => SeriesCodes.Quality(code(threshold)))
                .Select(metrics => new DataPoint(metrics.SpikeDensity * 100, metrics.SignalToNoise)));
            figure.Model.Series.Add(line);
        }
        figure.Model.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside,
            LegendPosition = LegendPosition.RightTop,
            LegendBorderThickness = 0,
        });
        return figure;
    }
}
