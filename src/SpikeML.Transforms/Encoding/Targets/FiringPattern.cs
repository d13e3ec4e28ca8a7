namespace SpikeML;

/// <summary>The firing pattern of a target neuron with a given rate (snnTorch's <c>firing_pattern</c>).</summary>
public enum FiringPattern
{
    /// <summary>Periodically: at FirstSpikeTime + floor(k / rate).</summary>
    Regular,

    /// <summary>
    /// As many draws of uniformly distributed steps as <see cref="Regular"/> has spikes; a step that is drawn twice counts once.
    /// </summary>
    Uniform,

    /// <summary>At each step, with the rate as the probability.</summary>
    Poisson,
}
