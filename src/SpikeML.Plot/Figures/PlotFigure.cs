using OxyPlot;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>A figure with one pair of axes.</summary>
public sealed class PlotFigure : Figure
{
    internal PlotFigure(PlotModel model, FigureSize size, FigureTheme theme)
        : base(size, theme)
    {
        Model = model;
        FigureStyle.Color(model, theme);
        FigureStyle.Fit(model, size);
    }

    /// <summary>
    /// OxyPlot's model of the figure, for styling beyond the options. Labels are always drawn in the embedded font.
    /// </summary>
    public PlotModel Model { get; }

    internal override void Draw(IRenderContext context, OxyRect area)
    {
        IPlotModel model = Model;
        if (model.Background.IsVisible())
            context.DrawRectangle(area, model.Background, OxyColors.Undefined, 0, EdgeRenderingMode.Adaptive);
        model.Update(true);
        model.Render(context, area);
        // OxyPlot draws exceptions into the image instead of throwing.
        if (Model.GetLastPlotException() is { } error)
            throw new InvalidOperationException($"The figure could not be drawn: {error.Message}", error);
    }

    /// <summary>The space that labels need around the axes in an area of this size.</summary>
    internal OxyThickness Margins(double width, double height)
    {
        Draw(new MeasuringContext(), new OxyRect(0, 0, width, height));
        return Model.ActualPlotMargins;
    }
}
