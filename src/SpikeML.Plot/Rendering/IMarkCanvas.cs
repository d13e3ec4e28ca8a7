using OxyPlot;

namespace SpikeML.Plot.Rendering;

/// <summary>A render context that draws many spikes at once; OxyPlot's own contexts draw them one by one.</summary>
internal interface IMarkCanvas
{
    /// <summary>Draws one mark per spike.</summary>
    /// <param name="marks">The spikes and their positions.</param>
    /// <param name="area">The part of the image that they may cover.</param>
    void DrawMarks(SpikeMarks marks, OxyRect area);
}
