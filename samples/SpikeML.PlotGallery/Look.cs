using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>
/// How pictures look: their theme, their width, and small figures that look alike, to stand beside each other in a picture.
/// </summary>
/// <param name="Theme">The colours.</param>
/// <param name="IsForPhones">Whether the picture is narrow enough to be read on a phone.</param>
internal sealed record Look(FigureTheme Theme, bool IsForPhones)
{
    private const int PhoneWidth = 380;

    /// <summary>The width of a single figure; null: its own.</summary>
    public int? Width => IsForPhones ? PhoneWidth : null;

    public int PictureWidth => IsForPhones ? PhoneWidth : 860;

    public OxyColor Blue => Theme.PrimaryColor;

    public OxyColor Vermillion => Theme.AccentColor;

    public OxyColor Grey => OxyColor.Interpolate(Theme.Background, Theme.Ink, 0.33);

    /// <summary>The columns of a grid: fewer on phones.</summary>
    public int Columns(int columns, int figureWidth) =>
        IsForPhones ? Math.Clamp(SpikeML.PlotGallery.Picture.WidestOnPhones / figureWidth, 1, columns) : columns;

    public PlotFigure Raster(string title, SpikeTrain train, int width, int height, RasterOptions? options = null) =>
        Small(SpikePlot.Raster(train, (options ?? new() { Mark = RasterMark.Bar }) with
        {
            Title = title,
            Width = width,
            Height = height,
            Theme = Theme,
        }));

    /// <summary>Values as bars, each at the height of its row in a raster beside them.</summary>
    /// <param name="title">The title.</param>
    /// <param name="values">The values, from the lowest row up.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels, that of the raster.</param>
    /// <param name="logFrom">Where a logarithmic axis begins; null: the axis is linear.</param>
    public PlotFigure Values(string title, float[] values, int width, int height, double? logFrom = null)
    {
        PlotFigure figure = Raster(title, SpikeTrain.FromEvents([], 1, values.Length), width, height,
            new() { Mark = RasterMark.Bar, Labels = Labels(values), YLabel = "" });
        // The train is there for its rows alone, and so its figure need not say that it has no spikes.
        figure.Model.Annotations.Clear();
        Axis axis = logFrom is double from ? new LogarithmicAxis { Minimum = from, LabelFormatter = _ => "" }
            : new LinearAxis { Minimum = Math.Min(0, values.Min()), Maximum = Math.Max(0, values.Max()), MinorTickSize = 0 };
        Axis time = figure.Model.Axes[0];
        (axis.Position, axis.Title, axis.TitleFontSize) =
            (AxisPosition.Bottom, logFrom is null ? "Value" : "Value (logarithmic)", time.TitleFontSize);
        (axis.AxisTitleDistance, axis.TickStyle) = (time.AxisTitleDistance, time.TickStyle);
        (axis.MajorTickSize, axis.MinorTickSize) = (time.MajorTickSize, 0);
        (axis.TicklineColor, axis.MaximumPadding) = (time.TicklineColor, 0.02);
        figure.Model.Axes[0] = axis;
        RectangleBarSeries bars = new() { FillColor = Blue, StrokeThickness = 0 };
        for (int row = 0; row < values.Length; row++)
            bars.Items.Add(new RectangleBarItem(logFrom ?? 0, row - 0.3, values[row], row + 0.3));
        figure.Model.Series.Add(bars);
        return figure;
    }

    public static string[] Labels(float[] values) =>
        [.. values.Select(value => FormattableString.Invariant($"{value:0.####}").Replace('-', '\u2212'))];

    public PlotFigure MeanImage(string title, SpikeTrain train, int width, int height, MeanImageOptions? options = null) =>
        Small(SpikePlot.MeanImage(train, (options ?? new()) with
        {
            Title = title,
            Width = width,
            Height = height,
            Theme = Theme,
        }));

    /// <summary>Curves over the same places.</summary>
    public PlotFigure Curves(string title, float[] xs, int width, int height, LineOptions options,
        params (float[] Ys, OxyColor Color)[] curves)
    {
        PlotFigure figure = SpikePlot.Line(xs, curves[0].Ys,
            options with
            {
                Title = title,
                Width = width,
                Height = height,
                Color = curves[0].Color,
                MarkPoints = false,
                Theme = Theme,
            });
        foreach ((float[] ys, OxyColor color) in curves.Skip(1))
            Add(figure, xs, ys, color);
        return Small(figure);
    }

    /// <summary>
    /// A series in grey, what is decoded of its spikes in blue, the spikes below; those have more room where they are many.
    /// </summary>
    public PlotFigure Series(string title, float[] series, SpikeTrain spikes, float[]? decoded, int width, int height,
        string yLabel = "")
    {
        PlotFigure figure = SpikePlot.Line(series, spikes, new()
        {
            Title = title,
            Width = width,
            Height = height,
            YLabel = yLabel,
            Color = decoded is null ? Blue : Grey,
            LineWidth = decoded is null ? 2 : 4,
            MarkPoints = decoded is null ? null : false,
            Theme = Theme,
        });
        if (decoded is not null)
            Add(figure, [.. Enumerable.Range(0, decoded.Length).Select(step => (float)step)], decoded, Blue, "value");
        if (spikes.NeuronCount > 1)
            (figure.Model.Axes[2].EndPosition, figure.Model.Axes[1].StartPosition) = (0.38, 0.44);
        return Small(figure);
    }

    public void Dots(PlotFigure figure, IEnumerable<(double X, double Y)> dots) =>
        figure.Model.Series.Add(new ScatterSeries
        {
            ItemsSource = dots.Select(dot => new ScatterPoint(dot.X, dot.Y)).ToList(),
            MarkerType = MarkerType.Circle,
            MarkerSize = 2.5,
            MarkerFill = Vermillion,
        });

    public Figure Picture(int columns, params Figure[] panels) => SpikePlot.Grid(panels,
        new() { Columns = Columns(columns, panels.Max(panel => panel.Width)), Theme = Theme });

    private static void Add(PlotFigure figure, float[] xs, float[] ys, OxyColor color, string? axis = null)
    {
        LineSeries line = new() { Color = color, StrokeThickness = 1.5, LineJoin = LineJoin.Round, YAxisKey = axis };
        line.Points.AddRange(xs.Zip(ys, (x, y) => new DataPoint(x, y)));
        figure.Model.Series.Add(line);
    }

    private static PlotFigure Small(PlotFigure figure)
    {
        figure.Model.TitleFontSize = 13;
        figure.Model.Legends.Clear();
        return figure;
    }
}
