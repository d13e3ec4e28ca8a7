using OxyPlot;
using OxyPlot.Annotations;

namespace SpikeML.Plot;

/// <summary>Says in the middle of a figure that there is nothing to draw.</summary>
internal sealed class EmptyNote(string text) : Annotation
{
    public const string NoSpikes = "No spikes";

    private const int FadedAlpha = 0xB0;

    /// <summary>The colour of the text, by default the figure's text colour.</summary>
    public OxyColor Ink { get; init; } = OxyColors.Automatic;

    public override void Render(IRenderContext rc)
    {
        OxyRect area = PlotModel.PlotArea;
        rc.DrawText(area.Center, text, OxyColor.FromAColor(FadedAlpha, Ink.GetActualColor(PlotModel.TextColor)),
            fontSize: FigureStyle.LabelSize,
            horizontalAlignment: HorizontalAlignment.Center, verticalAlignment: VerticalAlignment.Middle);
    }

    public override OxyRect GetClippingRect() => PlotModel.PlotArea;
}
