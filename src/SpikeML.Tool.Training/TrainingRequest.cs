using SpikeML.Torch;

namespace SpikeML.Tool.Training;

/// <summary>The options of the command line for the network and its training.</summary>
/// <param name="Network">The options of the trainer, without those that depend on the rows.</param>
internal sealed record TrainingRequest(SpikingNetworkOptions Network)
{
    /// <summary>The share of the rows to test on.</summary>
    public double HeldOut { get; init; }

    /// <summary>The share of the other rows to validate on, or 0 to show the rows held out in each epoch.</summary>
    public double Validation { get; init; }

    public ClassWeights? ClassWeights { get; init; }

    /// <summary>The task, or null to choose it by the labels.</summary>
    public TrainingTask? Task { get; init; }

    /// <summary>The number of threads, or null for libtorch's own choice.</summary>
    public int? Threads { get; init; }

    /// <summary>
    /// The rows to test on: those that the trainer holds out unless it validates on others, which need another seed.
    /// </summary>
    public HeldOut TestRows => new(unchecked(Network.Seed!.Value + (Validation > 0 ? 1 : 0)), HeldOut);
}
