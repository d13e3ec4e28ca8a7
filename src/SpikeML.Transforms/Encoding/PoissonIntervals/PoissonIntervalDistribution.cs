namespace SpikeML;

/// <summary>The distribution of the intervals between spikes. The values are part of the model format.</summary>
public enum PoissonIntervalDistribution
{
    /// <summary>
    /// Poisson numbers of steps, with 0 counted as 1, as in BindsNET's <c>poisson</c>. This is not a Poisson process: spikes are
    /// more regular at lower rates, with a coefficient of variation of 1 / sqrt(mean interval in steps).
    /// </summary>
    Poisson = 0,

    /// <summary>
    /// Exponential intervals in continuous time, which give a Poisson process. Several spikes in one step count once.
    /// </summary>
    Exponential = 1,
}
