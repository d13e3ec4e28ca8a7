namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Draws one neuron's response, stacked on one time axis: its spikes, its membrane potential with threshold and reset, and
    /// its input.
    /// </summary>
    /// <param name="potentials">The potential at each step. The line breaks where a value is NaN or infinite.</param>
    /// <param name="spikes">The neuron's spikes, of one neuron and as many steps; null: none are drawn.</param>
    /// <param name="input">The input at each step, as many; empty: none is drawn.</param>
    /// <param name="options">How it is drawn; null: as <see cref="MembraneOptions"/> has it.</param>
    /// <exception cref="ArgumentException">There is no step, or potentials, spikes and input differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
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
