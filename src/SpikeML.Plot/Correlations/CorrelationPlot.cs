using OxyPlot;
using OxyPlot.Axes;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot;

/// <summary>Builds a matrix of correlations, with neuron 0 at the lower left.</summary>
internal static class CorrelationPlot
{
    public const int MostNeurons = 1000;

    private const int DefaultWidth = 520, DefaultHeight = 440, DefaultBins = 100, MostNameWidth = 120;
    private const double TickDistance = 30, NameDistance = 18;

    public static PlotFigure Draw(SpikeTrain train, CorrelationOptions options)
    {
        FigureSize size = new(options.Width ?? DefaultWidth, options.Height ?? DefaultHeight, options.Scale);
        int neurons = train.NeuronCount, binSteps = options.BinSteps ?? Math.Max(1, train.NumSteps / DefaultBins);
        double[] matrix = SpikeCorrelation.Matrix(train, binSteps), shares = new double[matrix.Length];
        for (int i = 0; i < shares.Length; i++)
            shares[i] = (1 + matrix[(neurons - 1 - i / neurons) * neurons + i % neurons]) / 2;
        PlotModel model = FigureStyle.NewModel(options.Title, size.Width);
        model.PlotAreaBorderThickness = new OxyThickness(1);
        model.Axes.Add(NeuronAxis(AxisPosition.Bottom, options.XLabel, neurons, options));
        model.Axes.Add(NeuronAxis(AxisPosition.Left, options.YLabel, neurons, options));
        model.Axes.Add(ColorScale.New(options.Colors, -1, 1, "Correlation"));
        model.Series.Add(new ImageSeries(CellImage.Draw(shares, neurons, options.Colors), keepsShape: false));
        if (matrix.All(double.IsNaN))
            model.Annotations.Add(new EmptyNote("No neuron's rate varies"));
        return new PlotFigure(model, size, options.Look);
    }

    private static IndexAxis NeuronAxis(AxisPosition position, string? label, int neurons, CorrelationOptions options)
    {
        IndexAxis axis = new(neurons)
        {
            IntervalLength = options.Labels is null ? TickDistance : NameDistance,
            OmitsEnd = options.Labels is not null,
        };
        FigureStyle.Style(axis, position, label ?? (options.Labels is null ? "Neuron" : ""));
        if (options.Labels is not { } labels)
            return axis;
        string[] names = TextFit.AllToWidth(labels, MostNameWidth, FigureStyle.TickSize, mostLines: 1);
        axis.LabelFormatter = place => names[(int)Math.Round(place)];
        axis.Angle = position == AxisPosition.Bottom ? -90 : 0;
        return axis;
    }
}
