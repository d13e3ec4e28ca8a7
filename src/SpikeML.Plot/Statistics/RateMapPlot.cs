using OxyPlot;
using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>Builds a firing-rate map: neurons upwards, time to the right, the rate of each cell as a colour.</summary>
internal static class RateMapPlot
{
    private const int DefaultWidth = 800, DefaultHeight = 400, MostCells = 100;
    private const double NeuronTickDistance = 30;

    public static PlotFigure Draw(SpikeTrain train, RateMapOptions options)
    {
        FigureSize size = new(options.Width ?? DefaultWidth, options.Height ?? DefaultHeight, options.Scale);
        int binSteps = Math.Min(train.NumSteps, options.BinSteps ?? (train.NumSteps + MostCells - 1) / MostCells);
        int binNeurons = Math.Min(train.NeuronCount, options.BinNeurons ?? (train.NeuronCount + MostCells - 1) / MostCells);
        double[] rates = SpikeRates.OfCells(train, binSteps, binNeurons);
        int columns = (train.NumSteps + binSteps - 1) / binSteps, rows = rates.Length / columns;
        double most = Math.Max(rates.Max(), double.Epsilon), stepLength = options.SecondsPerStep ?? 1;
        PlotModel model = FigureStyle.NewModel(options.Title, size.Width);
        // The last cells may extend beyond the last step and neuron, because all cells have the same size.
        IndexAxis time = TimeAxis.New(train.NumSteps, options.SecondsPerStep, options.XLabel);
        time.Maximum = Math.Max(time.Maximum, (columns * binSteps - 0.5) * stepLength);
        IndexAxis neuron = new(train.NeuronCount) { Maximum = rows * binNeurons - 0.5, IntervalLength = NeuronTickDistance };
        FigureStyle.Style(neuron, AxisPosition.Left, options.YLabel ?? "Neuron");
        model.Axes.Add(time);
        model.Axes.Add(neuron);
        model.Axes.Add(ColorScale.New(options.Colors, 0, rates.Max() > 0 ? most / stepLength : 1,
            options.SecondsPerStep is null ? "Spikes per step" : "Spikes per second"));
        model.Series.Add(new ImageSeries(CellImage.Draw(FromTheTop(rates, columns, most), columns, options.Colors),
            keepsShape: false));
        if (rates.Max() == 0)
            model.Annotations.Add(new EmptyNote(EmptyNote.NoSpikes) { Ink = ColorScale.InkOn(options.Colors[0]) });
        return new PlotFigure(model, size, options.Look);
    }

    private static double[] FromTheTop(double[] rates, int columns, double most)
    {
        double[] values = new double[rates.Length];
        for (int i = 0; i < rates.Length; i++)
            values[i] = rates[rates.Length - columns - i / columns * columns + i % columns] / most;
        return values;
    }
}
