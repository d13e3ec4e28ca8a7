namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Draws a map of firing rates: neurons upwards, time to the right, the rate in each cell as a colour.</summary>
    /// <param name="train">The spikes; off-spikes count as well.</param>
    /// <param name="options">How it is drawn; null: as <see cref="RateMapOptions"/> has it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static PlotFigure RateMap(SpikeTrain train, RateMapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new RateMapOptions();
        options.Validate();
        return RateMapPlot.Draw(train, options);
    }
}
