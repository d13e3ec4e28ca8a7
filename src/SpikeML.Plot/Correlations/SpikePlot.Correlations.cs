namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Draws a cross-correlogram: how often the second neuron spikes so many steps after the first (negative: before it), beside
    /// the level that two neurons of these rates would have by chance.
    /// </summary>
    /// <param name="train">The spikes; off-spikes count too.</param>
    /// <param name="first">The neuron whose spikes lie at lag 0.</param>
    /// <param name="second">The other neuron; the same: an autocorrelogram, without the pairs of a spike and itself.</param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="CorrelogramOptions"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The train lacks a neuron, or an option is out of range.</exception>
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
    /// Draws the correlation of each two neurons' spike counts as a matrix; a neuron whose count never varies has no colour.
    /// </summary>
    /// <param name="train">The spikes of at most 1,000 neurons; off-spikes count too.</param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="CorrelationOptions"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range, or there are too many neurons.</exception>
    public static PlotFigure Correlations(SpikeTrain train, CorrelationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new CorrelationOptions();
        options.Validate(train);
        return CorrelationPlot.Draw(train, options);
    }
}
