namespace SpikeML.Plot;

/// <summary>The order of the neurons in a raster, from the bottom.</summary>
public enum NeuronOrder
{
    /// <summary>By their number.</summary>
    Index,

    /// <summary>By their number of spikes, the most at the top.</summary>
    Rate,

    /// <summary>By their first spike, the earliest at the top; neurons without a spike at the bottom.</summary>
    FirstSpike,
}
