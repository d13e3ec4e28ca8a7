namespace SpikeML;

/// <summary>What a readout gives for each neuron. The numbers are part of the model format.</summary>
public enum SpikeReadoutKind
{
    /// <summary>The number of spikes.</summary>
    Count = 0,

    /// <summary>The number of spikes / the number of steps.</summary>
    MeanRate = 1,

    /// <summary>The step of the first spike; the number of steps where there is none.</summary>
    FirstSpikeTime = 2,

    /// <summary>The sum of the spikes up to each step.</summary>
    CumulativeSum = 3,
}
