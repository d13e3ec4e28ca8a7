namespace SpikeML.Torch;

/// <summary>What of an output neuron is its score: the largest decides. The values are saved in model files.</summary>
public enum SpikingScore
{
    /// <summary>The number of its spikes, as snnTorch's <c>accuracy_rate</c> has it.</summary>
    SpikeCount = 0,

    /// <summary>The mean of its membrane over the steps.</summary>
    MeanMembrane = 1,

    /// <summary>The largest of its membranes.</summary>
    LargestMembrane = 2,

    /// <summary>The step of its first spike, negated, as snnTorch's <c>accuracy_temporal</c> has it.</summary>
    FirstSpike = 3,
}
