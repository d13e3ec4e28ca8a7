namespace SpikeML.Plot;

/// <summary>Makes figures of spikes.</summary>
public static partial class SpikePlot
{
    /// <summary>
    /// Draws a raster: a mark for each spike, time to the right, neurons upwards from 0. No spike is lost from sight, however many
    /// there are.
    /// </summary>
    /// <remarks>The model is snnTorch's <c>spikeplot.raster</c>, which draws off-spikes like on-spikes; here they have a colour.</remarks>
    /// <param name="train">The spikes; a train without any gives an empty raster.</param>
    /// <param name="options">How it is drawn; null: as <see cref="RasterOptions"/> has it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range, or the train lacks the neuron.</exception>
    public static PlotFigure Raster(SpikeTrain train, RasterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new RasterOptions();
        options.Validate(train);
        return new RasterPlot(train, options).Draw();
    }
}
