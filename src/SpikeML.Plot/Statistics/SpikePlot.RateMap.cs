namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Draws a map of firing rates: neurons upwards, time to the right, the rate of each cell as a colour.</summary>
    /// <param name="train">The spikes; off-spikes count too.</param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="RateMapOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure RateMap(SpikeTrain train, RateMapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new RateMapOptions();
        options.Validate();
        return RateMapPlot.Draw(train, options);
    }
}
