using OxyPlot;

namespace SpikeML.Plot.Rendering;

/// <summary>A render context that draws many spikes at once, which OxyPlot's own contexts do one by one.</summary>
internal interface IMarkCanvas
{
    /// <summary>Draws one mark a spike.</summary>
    /// <param name="marks">The spikes and where they lie.</param>
    /// <param name="area">The part of the picture that they may cover.</param>
    void DrawMarks(SpikeMarks marks, OxyRect area);
}
