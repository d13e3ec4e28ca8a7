namespace SpikeML.Plot;

/// <summary>Makes figures of spikes.</summary>
public static partial class SpikePlot
{
    /// <summary>
    /// Draws a raster: a mark for each spike, time to the right, neurons upwards from 0. No spike is lost from sight, however
    /// many there are: where spikes outnumber pixels, a pixel is the darker the larger the share of its steps and neurons that spike.
    /// </summary>
    /// <remarks>
    /// The model is snnTorch's <c>spikeplot.raster</c>, which draws off-spikes like on-spikes; here they have a colour.
    /// </remarks>
    /// <param name="train">The spikes; a train without any gives a raster that says so.</param>
    /// <param name="options">How it is drawn; null: as <see cref="RasterOptions"/> has it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range, or the train lacks the neuron.</exception>
    public static PlotFigure Raster(SpikeTrain train, RasterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new RasterOptions();
        options.Validate(train);
        (train, options) = NeuronSorting.Apply(train, options);
        return new RasterPlot(train, options).Draw();
    }

    /// <summary>Draws several trains on one time axis, the first at the bottom, each named and in a colour of its own.</summary>
    /// <param name="trains">The trains, at least one; the longest gives the time axis.</param>
    /// <param name="options">
    /// How they are drawn; null: as <see cref="RasterOptions"/> has it. <see cref="RasterOptions.Groups"/>, if given, names the
    /// trains and has their numbers of neurons; otherwise they are called "Train 1" and so on.
    /// </param>
    /// <exception cref="ArgumentException">There is no train.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static PlotFigure Raster(IReadOnlyList<SpikeTrain> trains, RasterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(trains);
        if (trains.Count == 0)
            throw new ArgumentException("A raster needs at least one train.", nameof(trains));
        options ??= new RasterOptions();
        if (options is { Groups: null, Neuron: null, Labels: null, Classes: null, Order: NeuronOrder.Index })
            options = options with { Groups = [.. trains.Select((train, i) => new NeuronGroup($"Train {i + 1}", train.NeuronCount))] };
        return Raster(TrainStack.Combine(trains), options);
    }
}
