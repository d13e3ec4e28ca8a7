using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>Builds a confusion table.</summary>
internal sealed class ConfusionTablePlot(IReadOnlyList<IReadOnlyList<double>> counts, ConfusionTableOptions options)
{
    public const int MostClasses = 50;

    private const int CellWidth = 44, CellHeight = 36, WidthOfRest = 110, HeightOfRest = 100;

    private readonly int _classes = counts.Count;
    private readonly ColorMap _colors = options.Colors ?? ColorMap.Binary;

    public PlotFigure Draw()
    {
        int width = WidthOfRest + CellWidth * _classes, height = HeightOfRest + CellHeight * _classes;
        FigureSize size = new(options.Width ?? width, options.Height ?? height, options.Scale);
        PlotModel model = FigureTheme.NewModel(options.Title, size.Width);
        model.PlotAreaBorderThickness = new OxyThickness(1);
        model.Axes.Add(ClassAxis(AxisPosition.Bottom, options.XLabel ?? "Predicted"));
        model.Axes.Add(ClassAxis(AxisPosition.Left, options.YLabel ?? "Actual"));
        double[] shares = [.. counts.SelectMany(Shares)];
        model.Series.Add(new ImageSeries(CellImage.Draw(shares, _classes, _colors), keepsShape: false));
        for (int cell = 0; cell < shares.Length; cell++)
            model.Annotations.Add(Count(cell, shares[cell]));
        return new PlotFigure(model, size);
    }

    private static IEnumerable<double> Shares(IReadOnlyList<double> row)
    {
        double sum = Math.Max(row.Sum(), double.Epsilon);
        return row.Select(count => count / sum);
    }

    private IndexAxis ClassAxis(AxisPosition position, string label)
    {
        IndexAxis axis = new(_classes, 1, countsWholes: true) { MajorStep = 1 };
        FigureTheme.Style(axis, position, label);
        axis.TickStyle = TickStyle.None;
        if (position == AxisPosition.Left)
            (axis.StartPosition, axis.EndPosition) = (1, 0);
        if (options.Labels is { } labels)
            axis.LabelFormatter = place => labels[(int)Math.Round(place)];
        return axis;
    }

    private TextAnnotation Count(int cell, double share)
    {
        double count = counts[cell / _classes][cell % _classes];
        OxyColor background = _colors[share];
        bool isDark = background.R * 0.299 + background.G * 0.587 + background.B * 0.114 < 128;
        return new TextAnnotation
        {
            Text = count == 0 ? "" : TickLabel.ToStep(count, Math.Floor(count) == count ? 1 : 0.1),
            TextPosition = new DataPoint(cell % _classes, cell / _classes),
            TextHorizontalAlignment = HorizontalAlignment.Center,
            TextVerticalAlignment = VerticalAlignment.Middle,
            TextColor = isDark ? OxyColors.White : FigureTheme.Ink,
            StrokeThickness = 0,
        };
    }
}
