using OxyPlot;
using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>Builds figures of weights.</summary>
internal static class WeightPlot
{
    private const int DefaultWidth = 600, DefaultHeight = 400, MostFields = 36, FieldSide = 84, LabelHeight = 18, ScaleWidth = 90;
    private const double NeuronTickDistance = 30;

    public static PlotFigure Map(ReadOnlySpan<float> weights, int outputs, WeightOptions options)
    {
        FigureSize size = new(options.Width ?? DefaultWidth, options.Height ?? DefaultHeight, options.Scale);
        int inputs = weights.Length / outputs;
        PlotModel model = FigureStyle.NewModel(options.Title, size.Width);
        IndexAxis input = new(inputs), output = new(outputs) { IntervalLength = NeuronTickDistance };
        FigureStyle.Style(input, AxisPosition.Bottom, options.XLabel ?? "Input");
        FigureStyle.Style(output, AxisPosition.Left, options.YLabel ?? "Output");
        model.Axes.Add(input);
        model.Axes.Add(output);
        double limit = Limit(weights, options);
        model.Axes.Add(ColorScale.New(options.Colors, -limit, limit, "Weight"));
        double[] shares = new double[weights.Length];
        for (int i = 0; i < shares.Length; i++)
            shares[i] = Share(weights[(outputs - 1 - i / inputs) * inputs + i % inputs], limit);
        model.Series.Add(new ImageSeries(CellImage.Draw(shares, inputs, options.Colors, NotFinite(options)), keepsShape: false));
        if (!weights.ContainsAnyExcept(0f))
            model.Annotations.Add(new EmptyNote("All weights are 0") { Ink = ColorScale.InkOn(options.Colors[0.5]) });
        return new PlotFigure(model, size, options.Look);
    }

    public static PlotFigure Fields(ReadOnlySpan<float> weights, int rows, int columns, WeightOptions options)
    {
        int area = rows * columns, count = weights.Length / area;
        IReadOnlyList<int> neurons = options.Neurons ?? [.. Enumerable.Range(0, Math.Min(MostFields, count))];
        int across = Math.Min(neurons.Count, options.Columns ?? (int)Math.Ceiling(Math.Sqrt(neurons.Count)));
        int down = (neurons.Count + across - 1) / across;
        double cell = Math.Max(1, FieldSide / Math.Max(rows, columns));
        FigureSize size = new(
            options.Width ?? Math.Max(220, (int)(across * (columns * cell + 8)) + ScaleWidth + 20),
            options.Height ?? Math.Max(140, (int)(down * (rows * cell + LabelHeight + 4))
                + (string.IsNullOrEmpty(options.Title) ? 20 : 50)),
            options.Scale);
        double limit = Limit(weights, options);
        PlotModel model = FigureStyle.NewModel(options.Title, size.Width);
        model.Padding = new OxyThickness(FigureStyle.Margin);
        model.PlotMargins = new OxyThickness(0, 0, double.NaN, 0);
        model.PlotAreaBorderThickness = new OxyThickness(0);
        foreach (AxisPosition position in new[] { AxisPosition.Bottom, AxisPosition.Left })
            model.Axes.Add(new LinearAxis { Position = position, IsAxisVisible = false, Minimum = 0, Maximum = 1 });
        model.Axes.Add(ColorScale.New(options.Colors, -limit, limit, options.YLabel ?? "Weight"));
        List<MosaicPicture> fields = [];
        foreach (int neuron in neurons)
        {
            double[] shares = new double[area];
            for (int i = 0; i < area; i++)
                shares[i] = Share(weights[neuron * area + i], limit);
            fields.Add(new(CellImage.Draw(shares, columns, options.Colors, NotFinite(options)), TickLabel.Whole(neuron))
            {
                Note = weights.Slice(neuron * area, area).ContainsAnyExcept(0f) ? null : "all 0",
                NoteInk = ColorScale.InkOn(options.Colors[0.5]),
            });
        }
        model.Series.Add(new MosaicSeries(fields, across, LabelHeight));
        return new PlotFigure(model, size, options.Look);
    }

    // White is the colour of 0.
    private static OxyColor NotFinite(WeightOptions options) =>
        OxyColor.Interpolate(options.Look.Background, options.Look.Ink, 0.4);

    private static double Share(float weight, double limit) =>
        float.IsFinite(weight) ? Math.Clamp(0.5 + weight / limit / 2, 0, 1) : double.NaN;

    private static double Limit(ReadOnlySpan<float> weights, WeightOptions options)
    {
        double largest = 0;
        foreach (float weight in weights)
            largest = float.IsFinite(weight) ? Math.Max(largest, Math.Abs((double)weight)) : largest;
        return options.Limit ?? (largest > 0 ? largest : 1);
    }
}
