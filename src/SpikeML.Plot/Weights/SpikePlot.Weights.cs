namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Draws a layer's weights as a map: one row per output neuron, from the bottom, and one column per input. Negative weights
    /// are blue and positive weights are orange.
    /// </summary>
    /// <param name="weights">The weights of output 0, then those of output 1, and so on. NaN and infinity are grey.</param>
    /// <param name="outputs">The number of output neurons, at least 1.</param>
    /// <param name="options">How they are drawn, or null for the defaults of <see cref="WeightOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentException">The number of weights is not a multiple of the number of outputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure Weights(ReadOnlySpan<float> weights, int outputs, WeightOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        if (weights.IsEmpty || weights.Length % outputs != 0)
            throw new ArgumentException(
                $"{Counted.Of(weights.Length, "weight")} cannot be divided among {Counted.Of(outputs, "output")}.",
                    nameof(weights));
        options ??= new WeightOptions();
        options.Validate(outputs);
        return WeightPlot.Map(weights, outputs, options);
    }

    /// <summary>Draws each neuron's weights as an image of its inputs, all on one scale: what the neuron responds to.</summary>
    /// <param name="weights">
    /// The weights of neuron 0 as an image, row by row from the top, then those of neuron 1, and so on. NaN and infinity are
    /// grey.
    /// </param>
    /// <param name="rows">The rows of an image, at least 1.</param>
    /// <param name="columns">The columns of an image, at least 1.</param>
    /// <param name="options">How they are drawn, or null for the defaults of <see cref="WeightOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentException">The weights do not divide into images of this size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure ReceptiveFields(ReadOnlySpan<float> weights, int rows, int columns, WeightOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        if (weights.IsEmpty || weights.Length % ((long)rows * columns) != 0)
            throw new ArgumentException(
                $"{Counted.Of(weights.Length, "weight")} cannot be divided into images of {rows} x {columns}.", nameof(weights));
        options ??= new WeightOptions();
        options.Validate(weights.Length / (rows * columns));
        return WeightPlot.Fields(weights, rows, columns, options);
    }
}
