namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Creates an interactive raster: an HTML page with zoom, pan and details of the spike under the pointer. It shows the rate
    /// of all visible neurons above the raster and the rate of each neuron next to it. It stays responsive with a million spikes.
    /// </summary>
    /// <param name="train">The spikes; a train without spikes results in an empty raster.</param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="InteractiveRasterOptions"/>.</param>
    /// <returns>The page, ready to save or show.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static InteractiveRaster InteractiveRaster(SpikeTrain train, InteractiveRasterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new InteractiveRasterOptions();
        options.Validate(train);
        return new InteractiveRaster(train, options);
    }
}
