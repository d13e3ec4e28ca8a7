using OxyPlot;
using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>Builds a peristimulus time histogram.</summary>
internal static class PsthPlot
{
    private const int DefaultWidth = 700, DefaultHeight = 320, DefaultBins = 50;
    private const double EdgeMargin = 4;

    public static PlotFigure Draw(IReadOnlyList<SpikeTrain> trials, PsthOptions options)
    {
        FigureSize size = new(options.Width ?? DefaultWidth, options.Height ?? DefaultHeight, options.Scale);
        int numSteps = trials.Max(trial => trial.NumSteps);
        int binSteps = options.BinSteps ?? Math.Max(1, (int)Math.Round((double)numSteps / DefaultBins));
        double stepLength = options.SecondsPerStep ?? 1;
        double[] rates = SpikeRates.OfBins(trials, numSteps, binSteps);
        PlotModel model = FigureStyle.NewModel(options.Title, size.Width);
        IndexAxis time = TimeAxis.New(numSteps, options.SecondsPerStep, options.XLabel);
        time.MinimumDataMargin = time.MaximumDataMargin = EdgeMargin;
        model.Axes.Add(time);
        model.Axes.Add(ValueAxis.FromZero(AxisPosition.Left,
            options.YLabel ?? (options.SecondsPerStep is null ? "Spikes per step and neuron" : "Firing rate (spikes/s)"),
            rates.Max() / stepLength, countsWholes: false));
        model.Series.Add(new BarsSeries { Bars = [.. rates.Select((rate, bin) => NewBar(bin, rate))] });
        if (rates.Max() == 0)
            model.Annotations.Add(new EmptyNote(EmptyNote.NoSpikes));
        return new PlotFigure(model, size, options.Look);

        // A step is in the middle of its interval on the axis, so a bin starts half a step before its first step.
        Bar NewBar(int bin, double rate) => new((bin * binSteps - 0.5) * stepLength,
            (Math.Min(numSteps, (bin + 1) * binSteps) - 0.5) * stepLength, 0, rate / stepLength,
            options.Color.GetActualColor(options.Look.PrimaryColor));
    }
}
