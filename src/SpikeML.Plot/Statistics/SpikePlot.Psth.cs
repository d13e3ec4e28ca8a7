namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Draws a peristimulus time histogram: the firing rate over time, averaged over the neurons.</summary>
    /// <param name="train">The spikes; off-spikes count too.</param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="PsthOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure Psth(SpikeTrain train, PsthOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        return Psth([train], options);
    }

    /// <summary>Draws a peristimulus time histogram of several trials, averaged over trials and neurons.</summary>
    /// <param name="trials">
    /// The spikes of the trials, at least one trial; a shorter trial only counts for its own duration.
    /// </param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="PsthOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentException">There are no trials.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure Psth(IReadOnlyList<SpikeTrain> trials, PsthOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(trials);
        if (trials.Count == 0)
            throw new ArgumentException("A histogram needs at least one trial.", nameof(trials));
        options ??= new PsthOptions();
        options.Validate();
        return PsthPlot.Draw(trials, options);
    }
}
