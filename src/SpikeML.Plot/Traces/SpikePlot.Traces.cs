namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Draws the traces of neurons over time, such as membrane potentials or currents, in a grid, with spikes on top of them.
    /// </summary>
    /// <remarks>Modelled on snnTorch's <c>spikeplot.traces</c>.</remarks>
    /// <param name="values">
    /// Time-major values: the neurons of step 0, then those of step 1, and so on. A trace breaks where a value is NaN or
    /// infinite.
    /// </param>
    /// <param name="numSteps">The number of time steps, at least 1.</param>
    /// <param name="spikes">The spikes of the neurons, with the same numbers of steps and neurons, or null for none.</param>
    /// <param name="options">How they are drawn, or null for the defaults of <see cref="TraceOptions"/>.</param>
    /// <returns>The grid as a figure, ready to save or show.</returns>
    /// <exception cref="ArgumentException">The values or the spikes do not match the number of steps or neurons.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static GridFigure Traces(ReadOnlySpan<float> values, int numSteps, SpikeTrain? spikes = null,
        TraceOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numSteps);
        if (values.IsEmpty || values.Length % numSteps != 0)
            throw new ArgumentException(
                $"{Counted.Of(values.Length, "value")} cannot be divided into {Counted.Of(numSteps, "step")}.",
                nameof(values));
        int neurons = values.Length / numSteps;
        if (spikes is not null && (spikes.NumSteps != numSteps || spikes.NeuronCount != neurons))
            throw new ArgumentException(
                $"The traces have {Counted.Of(numSteps, "step")} and {Counted.Of(neurons, "neuron")}, but the spikes have "
                    + $"{spikes.NumSteps} and {spikes.NeuronCount}.", nameof(spikes));
        options ??= new TraceOptions();
        options.Validate(neurons);
        TracePlot plot = new(values.ToArray(), numSteps, spikes, options);
        OptionCheck.Require(options.Titles is null || options.Titles.Count == plot.Neurons.Count, options.Titles?.Count,
            nameof(TraceOptions.Titles), $"Titles must have one entry for each trace ({plot.Neurons.Count}).");
        return plot.Draw();
    }
}
