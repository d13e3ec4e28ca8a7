using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Builds a line figure.</summary>
internal static class LinePlot
{
    private const int DefaultWidth = 600, DefaultHeight = 400, HeightForSpikes = 90;
    private const double SpikesOfHeight = 0.16, LineFrom = 0.24, EdgeMargin = 8;

    public static PlotFigure Draw(ReadOnlySpan<float> xs, ReadOnlySpan<float> ys, LineOptions options)
    {
        FigureSize size = new(options.Width ?? DefaultWidth, options.Height ?? DefaultHeight, options.Scale);
        PlotModel model = FigureTheme.NewModel(options.Title, size.Width);
        model.Axes.Add(ValueAxis.OfValues(AxisPosition.Bottom, options.XLabel));
        model.Axes.Add(ValueAxis.OfValues(AxisPosition.Left, options.YLabel));
        model.Series.Add(NewLine(xs, ys, options));
        return new PlotFigure(model, size);
    }

    /// <summary>A series above its spikes, on one time axis.</summary>
    public static PlotFigure Draw(ReadOnlySpan<float> values, SpikeTrain spikes, LineOptions options)
    {
        FigureSize size = new(options.Width ?? DefaultWidth, options.Height ?? DefaultHeight + HeightForSpikes, options.Scale);
        PlotModel model = FigureTheme.NewModel(options.Title, size.Width);
        IndexAxis time = TimeAxis.New(spikes.NumSteps, options.SecondsPerStep, options.XLabel);
        time.MinimumDataMargin = time.MaximumDataMargin = EdgeMargin;
        time.MajorGridlineStyle = LineStyle.Solid;
        time.MajorGridlineColor = Palette.Faint;
        LinearAxis value = ValueAxis.OfValues(AxisPosition.Left, options.YLabel);
        (value.Key, value.StartPosition) = ("value", LineFrom);
        IndexAxis neuron = new(spikes.NeuronCount, 1, countsWholes: true) { Key = "neuron", EndPosition = SpikesOfHeight };
        FigureTheme.Style(neuron, AxisPosition.Left, "Spikes");
        if (spikes.NeuronCount == 1)
            (neuron.LabelFormatter, neuron.TickStyle) = (_ => "", TickStyle.None);
        foreach (Axis axis in new Axis[] { time, value, neuron })
            model.Axes.Add(axis);
        LineSeries line = NewLine(Steps(values.Length, options.SecondsPerStep ?? 1), values, options);
        line.YAxisKey = value.Key;
        model.Series.Add(line);
        AddSpikes(model, spikes, neuron.Key, options);
        return new PlotFigure(model, size);
    }

    public static float[] Steps(int count, double stepLength)
    {
        float[] steps = new float[count];
        for (int step = 0; step < count; step++)
            steps[step] = (float)(step * stepLength);
        return steps;
    }

    private static LineSeries NewLine(ReadOnlySpan<float> xs, ReadOnlySpan<float> ys, LineOptions options)
    {
        LineSeries line = new() { Color = options.Color, StrokeThickness = options.LineWidth, LineJoin = LineJoin.Round };
        for (int i = 0; i < xs.Length; i++)
        {
            bool isPoint = float.IsFinite(xs[i]) && float.IsFinite(ys[i]);
            line.Points.Add(isPoint ? new DataPoint(xs[i], ys[i]) : DataPoint.Undefined);
        }
        return line;
    }

    private static void AddSpikes(PlotModel model, SpikeTrain spikes, string axis, LineOptions options)
    {
        RasterSeries marks = new(spikes, new NeuronRows(0, spikes.NeuronCount, 0), new MarkRule(RasterMark.Bar, null))
        {
            StepLength = options.SecondsPerStep ?? 1,
            OnColor = Palette.Black,
            OffColor = Palette.Vermillion,
            YAxisKey = axis,
        };
        model.Series.Add(marks);
        if (marks.Counts.Off == 0)
            return;
        if (marks.Counts.On > 0)
            model.Series.Add(new MarkKey("On-spikes", marks.OnColor));
        model.Series.Add(new MarkKey("Off-spikes", marks.OffColor));
        model.Legends.Add(FigureTheme.NewLegend());
    }
}
