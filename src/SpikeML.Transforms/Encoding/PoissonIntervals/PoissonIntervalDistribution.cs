namespace SpikeML;

/// <summary>How the intervals between spikes are distributed. The numbers are part of the model format.</summary>
public enum PoissonIntervalDistribution
{
    /// <summary>
    /// Poisson numbers of steps, where 0 counts as 1, as BindsNET's <c>poisson</c> draws them. Not a Poisson process: the lower
    /// the rate, the more regular the spikes, with a coefficient of variation of 1 / sqrt(mean interval in steps).
    /// </summary>
    Poisson = 0,

    /// <summary>
    /// Exponential intervals in continuous time, which make the spikes a Poisson process. Several spikes in one step count once.
    /// </summary>
    Exponential = 1,
}
