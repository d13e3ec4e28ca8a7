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
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, IsAxisVisible = false });
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Left, IsAxisVisible = false });
        model.Annotations.Add(new SpaceTimeBox(train, options));
        if (train.Count == 0)
            model.Annotations.Add(new EmptyNote(EmptyNote.NoSpikes));
        return new PlotFigure(model, size, options.Look);
    }
}
