using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace SpikeML.Plot;

/// <summary>Builds a correlogram.</summary>
internal static class CorrelogramPlot
{
    private const int DefaultWidth = 600, DefaultHeight = 320;
    private const double LineWidth = 1.4;

    public static PlotFigure Draw(SpikeTrain train, int first, int second, CorrelogramOptions options)
    {
        FigureSize size = new(options.Width ?? DefaultWidth, options.Height ?? DefaultHeight, options.Scale);
        int maxLag = Math.Min(options.MaxLag, Math.Max(1, train.NumSteps - 1)),
            binSteps = Math.Min(options.BinSteps, 2 * maxLag + 1);
        int[] pairs = SpikeCorrelation.Pairs(train, first, second, maxLag);
        double stepLength = options.SecondsPerStep ?? 1;
        SiUnit unit = options.SecondsPerStep is { } seconds ? TimeAxis.Unit(maxLag, seconds) : SiUnit.None;
        // Bins of equal length around lag 0; what does not fill one is left out.
        int bins = (2 * maxLag + 1) / binSteps, skipped = (2 * maxLag + 1 - bins * binSteps) / 2;
        int[] counts = [.. Enumerable.Range(0, bins).Select(bin =>
            pairs.AsSpan(skipped + bin * binSteps, binSteps).ToArray().Sum())];
        PlotModel model = FigureStyle.NewModel(options.Title, size.Width);
        string label = options.XLabel ?? (options.SecondsPerStep is null ? "Lag (steps)" : unit.Label("Lag"));
        LinearAxis lag = ValueAxis.Between(AxisPosition.Bottom, null, (-maxLag - 0.5) * stepLength, (maxLag + 0.5) * stepLength,
            unit);
        FigureStyle.Style(lag, AxisPosition.Bottom, label);
        lag.MajorGridlineStyle = LineStyle.None;
        model.Axes.Add(lag);
        model.Axes.Add(ValueAxis.FromZero(AxisPosition.Left, options.YLabel ?? "Pairs of spikes", counts.Max(),
            countsWholes: true));
        model.Series.Add(new BarsSeries { Bars = [.. counts.Select((count, bin) => NewBar(bin, count))] });
        AddChance(model, Chance(train, first, second) * binSteps, options);
        if (counts.Max() == 0)
            model.Annotations.Add(new EmptyNote("No pairs of spikes"));
        return new PlotFigure(model, size, options.Look);

        Bar NewBar(int bin, int count)
        {
            double from = -maxLag + skipped + bin * binSteps - 0.5;
            return new Bar(from * stepLength, (from + binSteps) * stepLength, 0, count,
                options.Color.GetActualColor(options.Look.PrimaryColor));
        }
    }

    /// <summary>The expected number of pairs at a lag for two independent neurons with these rates.</summary>
    private static double Chance(SpikeTrain train, int first, int second)
    {
        int[] counts = SpikeCounts.Before(train, train.NumSteps);
        return (double)counts[first] * counts[second] / train.NumSteps;
    }

    private static void AddChance(PlotModel model, double pairs, CorrelogramOptions options)
    {
        if (pairs <= 0)
            return;
        LineSeries line = new()
        {
            Title = "by chance",
            Color = options.Look.AccentColor,
            LineStyle = LineStyle.Dash,
            StrokeThickness = LineWidth,
        };
        line.Points.AddRange([new DataPoint(model.Axes[0].Minimum, pairs), new DataPoint(model.Axes[0].Maximum, pairs)]);
        model.Series.Add(line);
        model.Legends.Add(FigureStyle.NewLegend());
    }
}
