using OxyPlot;
using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>Builds the mean image of a train.</summary>
internal sealed class MeanImagePlot(SpikeTrain train, MeanImageOptions options)
{
    private const int DefaultSide = 280, Border = 10, TitleHeight = 24, ScaleWidth = 100;

    private readonly ColorMap _colors = options.Colors ?? options.Look.Sequential;

    private readonly NeuronGrid _grid = NeuronGrid.Of(train);

    public PlotFigure Draw()
    {
        int cell = Math.Max(1, DefaultSide / Math.Max(_grid.Rows, _grid.Columns));
        FigureSize size = new(
            options.Width ?? Math.Max(100, _grid.Columns * cell + 2 * Border + (options.ShowScale ? ScaleWidth : 0)),
            options.Height ?? Math.Max(60, _grid.Rows * cell + 2 * Border
                + (string.IsNullOrEmpty(options.Title) ? 0 : TitleHeight)),
            options.Scale);
        double[] means = Means();
        double maximum = options.Maximum ?? Math.Max(means.Max(), double.Epsilon);
        PlotModel model = FigureStyle.NewModel(options.Title, size.Width);
        model.Padding = new OxyThickness(Border);
        model.PlotMargins = new OxyThickness(0, 0, options.ShowScale ? double.NaN : 0, 0);
        model.PlotAreaBorderThickness = new OxyThickness(0);
        foreach (AxisPosition position in new[] { AxisPosition.Bottom, AxisPosition.Left })
            model.Axes.Add(new LinearAxis { Position = position, IsAxisVisible = false, Minimum = 0, Maximum = 1 });
        if (options.ShowScale)
            model.Axes.Add(ColorScale.New(_colors, 0, maximum, options.YLabel ?? "Spikes per step"));
        model.Series.Add(new ImageSeries(CellImage.Draw([.. means.Select(mean => mean / maximum)], _grid.Columns,
            _colors), keepsShape: true, options.Look.Grid));
        if (train.Count == 0)
            model.Annotations.Add(new EmptyNote(EmptyNote.NoSpikes) { Ink = ColorScale.InkOn(_colors[0]) });
        return new PlotFigure(model, size, options.Look);
    }

    private double[] Means()
    {
        double[] means = new double[_grid.Rows * _grid.Columns];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
            means[_grid.CellOf(spike.Neuron)] += spike.Value;
        for (int cell = 0; cell < means.Length; cell++)
            means[cell] = _grid.IsGap(cell) ? double.NaN : means[cell] / train.NumSteps;
        return means;
    }
}
