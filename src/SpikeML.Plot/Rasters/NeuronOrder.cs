namespace SpikeML.Plot;

/// <summary>In what order a raster stacks its neurons, from below.</summary>
public enum NeuronOrder
{
    /// <summary>By their number.</summary>
    Index,

    /// <summary>By their number of spikes, the most at the top.</summary>
    Rate,

    /// <summary>By their first spike, the earliest at the top; neurons without a spike at the bottom.</summary>
    FirstSpike,
}
