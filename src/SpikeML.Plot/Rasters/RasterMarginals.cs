using OxyPlot;
using OxyPlot.Axes;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Adds the firing rate over time above a raster, and the spikes of each neuron beside it.</summary>
internal static class RasterMarginals
{
    private const double RasterWidth = 0.83, CountStart = 0.89, RasterHeight = 0.78, RateStart = 0.83;
    private const double RateTickDistance = 30, CountTickDistance = 50;
    private const int MostBins = 100, MostRows = 400;

    /// <param name="model">The model that contains the raster.</param>
    /// <param name="train">The spikes.</param>
    /// <param name="rasters">The raster's series, one for each group.</param>
    /// <param name="axes">The raster's axes.</param>
    /// <param name="steps">The first step to draw, and the step after the last one.</param>
    /// <param name="options">The raster's options.</param>
    public static void Add(PlotModel model, SpikeTrain train, IReadOnlyList<RasterSeries> rasters,
        (Axis Time, Axis Neurons) axes, (int First, int End) steps, RasterOptions options)
    {
        axes.Time.EndPosition = RasterWidth;
        axes.Neurons.EndPosition = RasterHeight;
        BarsSeries rates = Rates(train, rasters, steps, options), counts = Counts(train, rasters);
        model.Axes.Add(NewAxis(AxisPosition.Left, options.SecondsPerStep is null ? "Rate" : "Spikes/s", "rate", RateStart,
            RateTickDistance, rates.Bars.Max(bar => bar.Y1)));
        model.Axes.Add(NewAxis(AxisPosition.Bottom, "Spikes", "count", CountStart, CountTickDistance,
            counts.Bars.Max(bar => bar.X1)));
        model.Series.Add(rates);
        model.Series.Add(counts);
        model.PlotAreaBorderThickness = new OxyThickness(0);
        foreach (Axis axis in model.Axes)
            axis.AxislineStyle = LineStyle.Solid;
    }

    private static LinearAxis NewAxis(AxisPosition position, string label, string key, double start, double distance,
        double most)
    {
        LinearAxis axis = ValueAxis.FromZero(position, label, most, countsWholes: key == "count");
        (axis.Key, axis.StartPosition, axis.IntervalLength) = (key, start, distance);
        axis.MajorGridlineStyle = LineStyle.None;
        return axis;
    }

    private static BarsSeries Rates(SpikeTrain train, IReadOnlyList<RasterSeries> rasters, (int First, int End) steps,
        RasterOptions options)
    {
        int count = steps.End - steps.First, binSteps = (count + MostBins - 1) / MostBins;
        double stepLength = options.SecondsPerStep ?? 1, neurons = rasters.Sum(raster => raster.Rows.Count);
        double[] spikes = new double[(count + binSteps - 1) / binSteps];
        foreach (SpikeEvent spike in train.Where(spike => rasters.Any(raster => raster.Rows.Contains(spike.Neuron))))
            spikes[(spike.Step - steps.First) / binSteps]++;
        return new BarsSeries
        {
            Bars = [.. spikes.Select((sum, bin) =>
            {
                int from = steps.First + bin * binSteps, to = Math.Min(steps.End, from + binSteps);
                return new Bar((from - 0.5) * stepLength, (to - 0.5) * stepLength, 0, sum / (to - from) / neurons / stepLength,
                    options.Look.PrimaryColor);
            })],
            YAxisKey = "rate",
        };
    }

    /// <summary>The spikes of each neuron, or the mean of neighbours if there are too many.</summary>
    private static BarsSeries Counts(SpikeTrain train, IReadOnlyList<RasterSeries> rasters)
    {
        int[] counts = SpikeCounts.Before(train, train.NumSteps);
        List<Bar> bars = [];
        foreach (RasterSeries raster in rasters)
        {
            NeuronRows rows = raster.Rows;
            int binRows = (rows.Count + MostRows - 1) / MostRows;
            for (int row = 0; row < rows.Count; row += binRows)
            {
                int end = Math.Min(rows.Count, row + binRows);
                double mean = counts.AsSpan(rows.First + row, end - row).ToArray().Average();
                double inset = binRows == 1 ? 0.1 * rows.Height : 0;
                bars.Add(new Bar(0, mean, rows.Bottom + row * rows.Height + inset, rows.Bottom + end * rows.Height - inset,
                    raster.OnColor));
            }
        }
        return new BarsSeries { Bars = bars, XAxisKey = "count" };
    }
}
