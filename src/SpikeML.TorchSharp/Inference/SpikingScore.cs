namespace SpikeML.Torch;

/// <summary>
/// How an output neuron's score is computed. The class with the largest score is predicted. The values are saved in model files.
/// </summary>
public enum SpikingScore
{
    /// <summary>The number of spikes, as in snnTorch's <c>accuracy_rate</c>.</summary>
    SpikeCount = 0,

    /// <summary>The mean membrane over the steps.</summary>
    MeanMembrane = 1,

    /// <summary>The largest membrane over the steps.</summary>
    LargestMembrane = 2,

    /// <summary>The negated step of the first spike, as in snnTorch's <c>accuracy_temporal</c>.</summary>
    FirstSpike = 3,
}
