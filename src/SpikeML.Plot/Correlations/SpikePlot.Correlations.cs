namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Draws a cross-correlogram: how often the second neuron spikes a given number of steps after the first (negative lags:
    /// before it), with the level expected by chance for two neurons with these rates.
    /// </summary>
    /// <param name="train">The spikes; off-spikes count too.</param>
    /// <param name="first">The reference neuron, whose spikes are at lag 0.</param>
    /// <param name="second">
    /// The other neuron. If it is the same, the figure is an autocorrelogram, without pairs of a spike with itself.
    /// </param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="CorrelogramOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The train does not have the neuron, or an option is out of range.
    /// </exception>
    public static PlotFigure CrossCorrelogram(SpikeTrain train, int first, int second, CorrelogramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        OptionCheck.Require(first >= 0 && first < train.NeuronCount, first, nameof(first),
            $"The neuron must be 0 to {train.NeuronCount - 1}.");
        OptionCheck.Require(second >= 0 && second < train.NeuronCount, second, nameof(second),
            $"The neuron must be 0 to {train.NeuronCount - 1}.");
        options ??= new CorrelogramOptions();
        options.Validate();
        return CorrelogramPlot.Draw(train, first, second, options);
    }

    /// <summary>
    /// Draws the correlations between the spike counts of all pairs of neurons as a matrix. Neurons whose count never varies have
    /// no colour.
    /// </summary>
    /// <param name="train">The spikes of at most 1,000 neurons; off-spikes count too.</param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="CorrelationOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range, or there are too many neurons.</exception>
    public static PlotFigure Correlations(SpikeTrain train, CorrelationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new CorrelationOptions();
        options.Validate(train);
        return CorrelationPlot.Draw(train, options);
    }
}
