namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Draws a peristimulus time histogram: how the firing rate runs over time, averaged over the neurons.</summary>
    /// <param name="train">The spikes; off-spikes count as well.</param>
    /// <param name="options">How it is drawn; null: as <see cref="PsthOptions"/> has it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static PlotFigure Psth(SpikeTrain train, PsthOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        return Psth([train], options);
    }

    /// <summary>Draws a peristimulus time histogram of several trials, averaged over trials and neurons.</summary>
    /// <param name="trials">The trials' spikes, at least one trial; each counts for as long as it lasts.</param>
    /// <param name="options">How it is drawn; null: as <see cref="PsthOptions"/> has it.</param>
    /// <exception cref="ArgumentException">There is no trial.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
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
