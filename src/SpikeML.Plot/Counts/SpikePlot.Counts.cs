namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Draws the number of spikes of each neuron as lying bars, the first neuron on top.</summary>
    /// <remarks>The model is snnTorch's <c>spikeplot.spike_count</c>.</remarks>
    /// <param name="train">The spikes, of at most 200 neurons, such as a network's outputs; off-spikes count as well.</param>
    /// <param name="options">How they are drawn; null: as <see cref="SpikeCountOptions"/> has it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range, or there are too many neurons.</exception>
    public static PlotFigure SpikeCount(SpikeTrain train, SpikeCountOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new SpikeCountOptions();
        options.Validate(train);
        return new SpikeCountPlot(train, options).Draw(train.NumSteps);
    }
}
