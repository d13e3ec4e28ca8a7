namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Draws the events of a camera in space and time: a box of the sensor's width and height and the time, with a mark for each
    /// spike.
    /// </summary>
    /// <param name="train">
    /// A train over neurons [height, width] or [polarity, height, width], as <see cref="EventBinning"/> gives it. Off-events are
    /// those of channel 0 of two, and negative values.
    /// </param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="SpaceTimeOptions"/>.</param>
    /// <returns>The figure, ready to save or show.</returns>
    /// <exception cref="ArgumentException">The neurons have no height and width, or more than two channels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure SpaceTime(SpikeTrain train, SpaceTimeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new SpaceTimeOptions();
        options.Validate();
        if (train.Shape.Length is not (2 or 3) || (train.Shape.Length == 3 && train.Shape[0] > 2))
            throw new ArgumentException(
                $"The neurons have the shape [{string.Join(", ", train.Shape)}], not [height, width] or "
                    + "[polarity, height, width].", nameof(train));
        return SpaceTimePlot.Draw(train, options);
    }
}
