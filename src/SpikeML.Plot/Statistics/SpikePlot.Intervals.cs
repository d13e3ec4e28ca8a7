namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Draws a histogram of the intervals between each neuron's successive spikes.</summary>
    /// <param name="train">The spikes; off-spikes count too. Neurons with fewer than two spikes have no intervals.</param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="IntervalOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure InterSpikeIntervals(SpikeTrain train, IntervalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new IntervalOptions();
        options.Validate();
        return IntervalPlot.Draw(SpikeIntervals.Of(train), options);
    }
}
