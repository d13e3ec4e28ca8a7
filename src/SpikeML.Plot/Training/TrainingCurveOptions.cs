namespace SpikeML.Plot;

/// <summary>How training curves are drawn. Their own size is 480 x 320 pixels for each of loss and accuracy.</summary>
public sealed record TrainingCurveOptions : FigureOptions
{
    /// <summary>Whether a dotted line marks the best epoch: of the lowest validation loss, or of the lowest loss.</summary>
    /// <value>True by default.</value>
    public bool MarkBest { get; init; } = true;

    /// <summary>Whether losses are on a logarithmic axis; losses of 0 or below are left out.</summary>
    /// <value>False by default.</value>
    public bool LogarithmicLoss { get; init; }
}
