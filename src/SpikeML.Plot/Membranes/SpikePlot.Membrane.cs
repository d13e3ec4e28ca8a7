namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Draws one neuron's response, stacked on one time axis: its spikes, its membrane potential with threshold and reset, and
    /// its input.
    /// </summary>
    /// <param name="potentials">The potential at each step. The line breaks where a value is NaN or infinite.</param>
    /// <param name="spikes">The neuron's spikes, a train of one neuron with the same number of steps, or null for none.</param>
    /// <param name="input">The input at each step, or empty for none.</param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="MembraneOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentException">There are no steps, or potentials, spikes and input differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure Membrane(ReadOnlySpan<float> potentials, SpikeTrain? spikes = null,
        ReadOnlySpan<float> input = default,
        MembraneOptions? options = null)
    {
        if (potentials.IsEmpty)
            throw new ArgumentException("There must be a potential for at least one step.", nameof(potentials));
        if (spikes is not null && (spikes.NumSteps != potentials.Length || spikes.NeuronCount != 1))
            throw new ArgumentException(
                $"The potentials are of one neuron and {Counted.Of(potentials.Length, "step")}, but the spikes "
                + $"have {Counted.Of(spikes.NeuronCount, "neuron")} and {Counted.Of(spikes.NumSteps, "step")}.", nameof(spikes));
        if (!input.IsEmpty && input.Length != potentials.Length)
            throw new ArgumentException(
                $"There are {Counted.Of(potentials.Length, "potential")}, but {Counted.Of(input.Length, "value")} "
                + "of input.", nameof(input));
        options ??= new MembraneOptions();
        options.Validate();
        return new MembranePlot(potentials.ToArray(), spikes, input.ToArray(), options).Draw();
    }
}
