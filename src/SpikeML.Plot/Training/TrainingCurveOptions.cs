namespace SpikeML.Plot;

/// <summary>Options of training curves. The default size is 480 x 320 pixels each for loss and accuracy.</summary>
public sealed record TrainingCurveOptions : FigureOptions
{
    /// <summary>
    /// Whether a dotted line marks the best epoch: the one with the lowest validation loss or, without one, the lowest loss.
    /// </summary>
    /// <value>True by default.</value>
    public bool MarkBest { get; init; } = true;

    /// <summary>Whether losses are on a logarithmic axis; losses of 0 or below are left out.</summary>
    /// <value>False by default.</value>
    public bool LogarithmicLoss { get; init; }
}
