namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Draws the neurons' mean firing rate over time, smoothed with a Gaussian: one line, or one per group.</summary>
    /// <param name="train">The spikes; off-spikes count too.</param>
    /// <param name="options">How they are drawn, or null for the defaults of <see cref="SmoothedRateOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure SmoothedRates(SpikeTrain train, SmoothedRateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new SmoothedRateOptions();
        options.Validate(train);
        return SmoothedRatePlot.Draw(train, options);
    }
}
