using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Creates figures of spikes.</summary>
public static partial class SpikePlot
{
    /// <summary>
    /// Draws a raster: one mark per spike, time to the right, neurons upwards from 0. Every spike is visible, however many there
    /// are: if spikes outnumber pixels, a pixel's darkness shows the share of its steps and neurons that spike.
    /// </summary>
    /// <remarks>Modelled on snnTorch's <c>spikeplot.raster</c>, except that off-spikes have their own colour.</remarks>
    /// <param name="train">The spikes; a raster of a train without spikes says so.</param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="RasterOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or the train does not have the neuron.
    /// </exception>
    public static PlotFigure Raster(SpikeTrain train, RasterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        HeadStart.Begin();
        options ??= new RasterOptions();
        options.Validate(train);
        (train, options) = NeuronSorting.Apply(train, options);
        return new RasterPlot(train, options).Draw();
    }

    /// <summary>Draws several trains on one time axis, the first at the bottom, each with a name and its own colour.</summary>
    /// <param name="trains">The trains, at least one; the longest determines the time axis.</param>
    /// <param name="options">
    /// How they are drawn, or null for the defaults of <see cref="RasterOptions"/>. If <see cref="RasterOptions.Groups"/> is set,
    /// it names the trains and has their numbers of neurons; otherwise they are called "Train 1" and so on.
    /// </param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentException">There are no trains.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure Raster(IReadOnlyList<SpikeTrain> trains, RasterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(trains);
        if (trains.Count == 0)
            throw new ArgumentException("A raster needs at least one train.", nameof(trains));
        options ??= new RasterOptions();
        if (options is { Groups: null, Neuron: null, Labels: null, Classes: null, Order: NeuronOrder.Index })
            options = options with
            {
                Groups = [.. trains.Select((train, i) =>
                new NeuronGroup($"Train {i + 1}", train.NeuronCount))]
            };
        return Raster(TrainStack.Combine(trains), options);
    }
}
