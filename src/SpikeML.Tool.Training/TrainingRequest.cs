using SpikeML.Tool.Encoders;
using SpikeML.Torch;

namespace SpikeML.Tool.Training;

/// <summary>The options of the command line, without those of the input.</summary>
/// <param name="Encoder">The encoder.</param>
/// <param name="Code">The encoder with its options.</param>
/// <param name="Network">The options of the trainer.</param>
internal sealed record TrainingRequest(Encoder Encoder, SpikeCode Code, SpikingNetworkOptions Network)
{
    /// <summary>Whether features are scaled to [0, 1] first.</summary>
    public bool Scale { get; init; }

    /// <summary>The task, or null to choose it by the labels.</summary>
    public TrainingTask? Task { get; init; }

    /// <summary>The number of threads, or null for libtorch's own choice.</summary>
    public int? Threads { get; init; }
}
