namespace SpikeML;

/// <summary>When a target neuron of a given rate fires (snnTorch's <c>firing_pattern</c>).</summary>
public enum FiringPattern
{
    /// <summary>Periodically: at FirstSpikeTime + floor(k / rate).</summary>
    Regular,

    /// <summary>As often as <see cref="Regular"/>, at times drawn uniformly; times drawn twice count once.</summary>
    Uniform,

    /// <summary>At each step with the rate as the probability.</summary>
    Poisson,
}
