using OxyPlot;
using OxyPlot.Legends;
using OxyPlot.Series;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of what fewer spikes cost: the quality of a decoded signal over the share of spikes.</summary>
internal static class TradeOff
{
    private static readonly double[] Thresholds = [.. Enumerable.Range(0, 24).Select(i => 0.01 * Math.Pow(1.15, i))];

    private static (string Name, OxyColor Color, Func<double, SeriesCode> Code)[] Codes(Look look) =>
    [
        ("residue", look.Vermillion, threshold => new ResidueEncodingOptions { Threshold = threshold }),
        ("step-forward", look.Blue, threshold => new StepForwardEncodingOptions { Threshold = threshold }),
        ("moving window", look.Theme.GroupColors[2],
            threshold => new MovingWindowEncodingOptions { Threshold = threshold, Window = 2 }),
        ("threshold-based", look.Theme.OnColor, threshold => new ThresholdBasedEncodingOptions { Threshold = threshold }),
    ];

    public static Figure All(Look look)
    {
        PlotFigure figure = SpikePlot.Line([0], [0], new()
        {
            XLabel = "Share of steps with a spike (%)",
            YLabel = "Signal-to-noise ratio (dB)",
            Width = look.Width ?? 620,
            Height = 340,
            Theme = look.Theme,
        });
        figure.Model.Series.Clear();
        foreach ((string name, OxyColor color, Func<double, SeriesCode> code) in Codes(look))
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
            LegendPosition = look.IsForPhones ? LegendPosition.TopLeft : LegendPosition.RightTop,
            LegendOrientation = look.IsForPhones ? LegendOrientation.Horizontal : LegendOrientation.Vertical,
            LegendBorderThickness = 0,
        });
        return figure;
    }
}
