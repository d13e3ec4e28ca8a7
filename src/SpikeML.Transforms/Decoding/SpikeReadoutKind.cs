namespace SpikeML;

/// <summary>The kind of readout. The values are part of the model format.</summary>
public enum SpikeReadoutKind
{
    /// <summary>The number of spikes.</summary>
    Count = 0,

    /// <summary>The number of spikes / the number of steps.</summary>
    MeanRate = 1,

    /// <summary>The step of the first spike, or the number of steps if there is none.</summary>
    FirstSpikeTime = 2,

    /// <summary>The cumulative sum of the spikes.</summary>
    CumulativeSum = 3,
}
