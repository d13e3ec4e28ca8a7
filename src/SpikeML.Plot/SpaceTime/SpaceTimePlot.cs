using OxyPlot;
using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>Builds a figure of events in space and time.</summary>
internal static class SpaceTimePlot
{
    private const int DefaultWidth = 800, DefaultHeight = 450;

    public static PlotFigure Draw(SpikeTrain train, SpaceTimeOptions options)
    {
        FigureSize size = new(options.Width ?? DefaultWidth, options.Height ?? DefaultHeight, options.Scale);
        PlotModel model = FigureStyle.NewModel(options.Title, size.Width);
        model.PlotAreaBorderThickness = new OxyThickness(0);
        IndexAxis time = TimeAxis.New(train.NumSteps, options.SecondsPerStep, label: "");
        time.IsAxisVisible = false;
        time.EndPosition = SpaceTimeBox.TimeShare;
        model.Axes.Add(time);
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Left, IsAxisVisible = false });
        SpaceTimeBox box = new(train, options, time);
        model.Annotations.Add(box);
        AddLegend(model, box, options.Look);
        if (train.Count == 0)
            model.Annotations.Add(new EmptyNote(EmptyNote.NoSpikes));
        return new PlotFigure(model, size, options.Look);
    }

    private static void AddLegend(PlotModel model, SpaceTimeBox box, FigureTheme theme)
    {
        if (!box.HasOff)
            return;
        if (box.HasOn)
            model.Series.Add(new MarkKey("On-events", theme.OnColor, () => KeyMark.Square));
        model.Series.Add(new MarkKey("Off-events", theme.OffColor, () => KeyMark.Square));
        model.Legends.Add(FigureStyle.NewLegend());
    }
}
