using Microsoft.ML;
using Microsoft.ML.Data;
using OxyPlot;
using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>Draws the spikes of several codes for one row of values side by side.</summary>
internal sealed class CodeComparisonPlot
{
    private const int PanelWidth = 400, PanelHeight = 260, SeriesHeight = 320;
    private const double BarOfPlace = 0.8;

    private readonly float[] _values;
    private readonly CodeComparisonOptions _options;
    private readonly MLContext _context;
    private readonly IDataView _data;
    private readonly bool _isScaled;

    public CodeComparisonPlot(float[] values, int[] dimensions, CodeComparisonOptions options)
    {
        (_options, _context) = (options, new MLContext(options.Seed));
        FeatureCheck.AllFinite<float>(values);
        (float least, float most) = (values.Min(), values.Max());
        _isScaled = !options.IsSeries && (least < 0 || most > 1);
        _values = _isScaled ? [.. values.Select(value => most > least ? (value - least) / (most - least) : 0.5f)] : values;
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Values)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        _data = _context.Data.LoadFromEnumerable([new Row { Values = _values }], schema);
    }

    public GridFigure Draw()
    {
        List<Figure> panels = _options.IsSeries ? [] : [Values()];
        foreach (SpikeCode code in _options.ActualCodes)
            panels.Add(_options.IsSeries ? Series(code) : Raster(code));
        return GridFigure.Of(panels, new GridOptions
        {
            Title = _options.Title,
            Columns = _options.Columns,
            Width = _options.Width,
            Height = _options.Height,
            Scale = _options.Scale,
            Theme = _options.Theme,
        });
    }

    private PlotFigure Values()
    {
        PlotModel model = FigureStyle.NewModel(_isScaled ? "Values, scaled to 0 to 1" : "Values", PanelWidth);
        model.TitleFontSize = FigureStyle.LabelSize;
        IndexAxis place = new(_values.Length);
        FigureStyle.Style(place, AxisPosition.Left, _options.YLabel ?? "Feature");
        model.Axes.Add(ValueAxis.Between(AxisPosition.Bottom, "Value", 0, Math.Max(1, _values.Max()), SiUnit.None));
        model.Axes.Add(place);
        model.Series.Add(new BarsSeries
        {
            Bars = [.. _values.Select((value, i) =>
                new Bar(0, value, i - BarOfPlace / 2, i + BarOfPlace / 2, _options.Look.PrimaryColor))]
        });
        return new PlotFigure(model, new FigureSize(PanelWidth, PanelHeight, 1), _options.Look);
    }

    private PlotFigure Raster(SpikeCode code)
    {
        (SpikeTrain train, _) = Encode(code);
        return Small(SpikePlot.Raster(train,
            Panel(new RasterOptions { SecondsPerStep = _options.SecondsPerStep }, Title(code, train), PanelHeight)));
    }

    private PlotFigure Series(SpikeCode code)
    {
        (SpikeTrain train, SpikeCode learned) = Encode(code);
        SpikeQualityMetrics metrics = _context.SpikeQuality.Compare(_data, nameof(Row.Values), (SeriesCode)learned)
            .Scores[0].Metrics;
        string title = Title(code, train) + FormattableString.Invariant($", SNR {metrics.SignalToNoise:0.0} dB");
        List<NamedLine> lines = [new NamedLine("series", _values)];
        if (train.NumSteps == _values.Length)
            lines.Add(new NamedLine("decoded", Decode(learned)) { Color = _options.Look.AccentColor });
        return Small(LinePlot.WithSpikes(train.NumSteps == _values.Length ? lines : [new NamedLine("", [])], train,
            Panel(new LineOptions { SecondsPerStep = _options.SecondsPerStep }, title, SeriesHeight)));
    }

    private TOptions Panel<TOptions>(TOptions options, string title, int height)
        where TOptions : FigureOptions => (TOptions)((FigureOptions)options with
        {
            Title = title,
            XLabel = _options.XLabel,
            YLabel = _options.YLabel,
            Width = PanelWidth,
            Height = height,
            Theme = _options.Theme,
        });

    private static string Title(SpikeCode code, SpikeTrain train) =>
        $"{SpikeCodes.Of(code).Name}: {Counted.Of(train.Count, "spike")}";

    private static PlotFigure Small(PlotFigure figure)
    {
        figure.Model.TitleFontSize = FigureStyle.LabelSize;
        return figure;
    }

    private (SpikeTrain Train, SpikeCode Learned) Encode(SpikeCode code)
    {
        ITransformer model = SpikeCodes.Of(code).MakeEstimator(_context,
            [new InputOutputColumnPair("Spikes", nameof(Row.Values))], code.Validated(), CancellationToken.None).Fit(_data);
        return (model.Transform(_data).GetSpikeTrains("Spikes").First(), ((ISpikeTransformer)model).Codes[0]);
    }

    private float[] Decode(SpikeCode learned)
    {
        IDataView spikes = SpikeCodes.Of(learned).MakeEstimator(_context,
            [new InputOutputColumnPair("Spikes", nameof(Row.Values))], learned, CancellationToken.None).Fit(_data)
                .Transform(_data);
        return _context.Transforms.Spikes.Decode("Decoded", "Spikes", learned, _values[0]).Fit(spikes).Transform(spikes)
            .GetColumn<float[]>("Decoded").First();
    }

    private sealed class Row
    {
        public float[] Values { get; set; } = [];
    }
}
