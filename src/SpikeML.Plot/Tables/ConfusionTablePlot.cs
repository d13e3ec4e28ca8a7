using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot;

/// <summary>Builds a confusion table.</summary>
internal sealed class ConfusionTablePlot
{
    public const int MostClasses = 50;

    private const int LeastCellWidth = 44, CellHeight = 36, MostNameWidth = 150, LeastSide = 200;
    private const double CellPadding = 10, AxisRoom = 60, TitleRoom = 34, SmallestText = 5;

    private readonly IReadOnlyList<IReadOnlyList<double>> _counts;
    private readonly ConfusionTableOptions _options;
    private readonly int _classes;
    private readonly ColorMap _colors;
    private readonly string[] _names, _texts;
    private readonly double _nameWidth, _textWidth, _cellWidth;

    public ConfusionTablePlot(IReadOnlyList<IReadOnlyList<double>> counts, ConfusionTableOptions options)
    {
        (_counts, _options, _classes) = (counts, options, counts.Count);
        _colors = options.Colors ?? options.Look.Sequential;
        _names = options.Labels is { } labels ? TextFit.AllToWidth(labels, MostNameWidth, FigureStyle.TickSize)
            : [.. Enumerable.Range(0, _classes).Select(place => TickLabel.Whole(place))];
        _texts = [.. counts.SelectMany(row => row.Select(Text))];
        _nameWidth = _names.Max(Width);
        _textWidth = _texts.Max(Width);
        _cellWidth = Math.Max(LeastCellWidth, Math.Ceiling(_textWidth + CellPadding));
    }

    public PlotFigure Draw()
    {
        // Names that are wider than their column are drawn vertically.
        double height = _nameWidth + CellPadding <= _cellWidth ? FigureStyle.TickSize : _nameWidth;
        int ownWidth = (int)(AxisRoom + _nameWidth + _cellWidth * _classes),
            ownHeight = (int)(AxisRoom + TitleRoom + height + CellHeight * _classes);
        FigureSize size = new(_options.Width ?? Math.Max(LeastSide, ownWidth), _options.Height ?? ownHeight, _options.Scale);
        double cellWidth = Math.Max(1, size.Width - AxisRoom - _nameWidth) / _classes;
        PlotModel model = FigureStyle.NewModel(_options.Title, size.Width);
        model.PlotAreaBorderThickness = new OxyThickness(1);
        model.Axes.Add(ClassAxis(AxisPosition.Bottom, _options.XLabel ?? "Predicted", cellWidth));
        model.Axes.Add(ClassAxis(AxisPosition.Left, _options.YLabel ?? "Actual", cellWidth));
        double[] shares = [.. _counts.SelectMany(Shares).Select(Math.Sqrt)];
        model.Series.Add(new ImageSeries(CellImage.Draw(shares, _classes, _colors), keepsShape: false));
        double textSize = Math.Min(FigureStyle.TickSize, FigureStyle.TickSize * (cellWidth - 4) / _textWidth);
        for (int cell = 0; textSize >= SmallestText && cell < shares.Length; cell++)
            model.Annotations.Add(Count(cell, shares[cell], textSize));
        if (shares.All(share => share == 0))
            model.Annotations.Add(new EmptyNote("All counts are 0") { Ink = ColorScale.InkOn(_colors[0]) });
        return new PlotFigure(model, size, _options.Look);
    }

    private static string Text(double count) => count == 0 ? "" : TickLabel.ToStep(count, Math.Floor(count) == count ? 1 : 0.1);

    private static double Width(string text) => TextBlock.Measure(text, FigureStyle.TickSize, FontWeights.Normal).Width;

    private static IEnumerable<double> Shares(IReadOnlyList<double> row)
    {
        double sum = Math.Max(row.Sum(), double.Epsilon);
        return row.Select(count => count / sum);
    }

    private IndexAxis ClassAxis(AxisPosition position, string label, double cellWidth)
    {
        IndexAxis axis = new(_classes) { MajorStep = 1, LabelFormatter = place => _names[(int)Math.Round(place)] };
        FigureStyle.Style(axis, position, label);
        axis.TickStyle = TickStyle.None;
        if (position == AxisPosition.Left)
            (axis.StartPosition, axis.EndPosition) = (1, 0);
        else if (_nameWidth + CellPadding > cellWidth)
            axis.Angle = -90;
        return axis;
    }

    private TextAnnotation Count(int cell, double shade, double textSize) => new()
    {
        Text = _texts[cell],
        TextPosition = new DataPoint(cell % _classes, cell / _classes),
        TextHorizontalAlignment = HorizontalAlignment.Center,
        TextVerticalAlignment = VerticalAlignment.Middle,
        TextColor = ColorScale.InkOn(_colors[shade]),
        FontSize = textSize,
        StrokeThickness = 0,
    };
}
