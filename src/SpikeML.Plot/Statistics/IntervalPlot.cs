using OxyPlot;
using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>Builds a histogram of inter-spike intervals.</summary>
internal static class IntervalPlot
{
    private const int DefaultWidth = 600, DefaultHeight = 360, MostBins = 60;
    private const double BarOfBin = 0.9;

    public static PlotFigure Draw(List<int> intervals, IntervalOptions options)
    {
        FigureSize size = new(options.Width ?? DefaultWidth, options.Height ?? DefaultHeight, options.Scale);
        int longest = options.Longest ?? intervals.DefaultIfEmpty(1).Max();
        int binSteps = options.BinSteps ?? (longest + MostBins - 1) / MostBins;
        double stepLength = options.SecondsPerStep ?? 1;
        int[] counts = new int[(longest + binSteps - 1) / binSteps];
        foreach (int interval in intervals)
        {
            if (interval <= longest)
                counts[(interval - 1) / binSteps]++;
        }
        PlotModel model = FigureStyle.NewModel(options.Title, size.Width);
        LinearAxis axis = ValueAxis.Between(AxisPosition.Bottom,
            options.XLabel ?? (options.SecondsPerStep is null ? "Inter-spike interval (steps)" : "Inter-spike interval"),
            0, (counts.Length * binSteps + 0.5) * stepLength, Unit());
        axis.MajorGridlineStyle = LineStyle.None;
        axis.MinimumMajorStep = options.SecondsPerStep is null ? 1 : axis.MinimumMajorStep;
        model.Axes.Add(axis);
        model.Axes.Add(ValueAxis.FromZero(AxisPosition.Left, options.YLabel ?? "Intervals", counts.Max(), countsWholes: true));
        model.Series.Add(new BarsSeries { Bars = [.. counts.Select((count, bin) => NewBar(bin, count))] });
        if (counts.Max() == 0)
            model.Annotations.Add(new EmptyNote(
                intervals.Count == 0 ? "No neuron spikes twice" : "All intervals are longer than the longest to draw"));
        return new PlotFigure(model, size, options.Look);

        // A label from the options states its own unit.
        SiUnit Unit() => options is { SecondsPerStep: { } seconds, XLabel: null }
            ? TimeAxis.Unit(counts.Length * binSteps, seconds) : SiUnit.None;

        // Centred on the bin's intervals, so bins of one step are above their number.
        Bar NewBar(int bin, int count)
        {
            double middle = bin * binSteps + (binSteps + 1) / 2.0, half = binSteps * BarOfBin / 2;
            return new Bar((middle - half) * stepLength, (middle + half) * stepLength, 0, count,
                options.Color.GetActualColor(options.Look.PrimaryColor));
        }
    }
}
