namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Makes a raster to look into: an HTML page with zoom, pan and the spike under the pointer, with the rate of all neurons in
    /// sight above and the rate of each beside. A million spikes are fluent.
    /// </summary>
    /// <param name="train">The spikes; a train without any gives an empty raster.</param>
    /// <param name="options">How it is drawn; null: as <see cref="InteractiveRasterOptions"/> has it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static InteractiveRaster InteractiveRaster(SpikeTrain train, InteractiveRasterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new InteractiveRasterOptions();
        options.Validate(train);
        return new InteractiveRaster(train, options);
    }
}
