using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>What a layer of neurons did over all the steps.</summary>
/// <param name="Spikes">The spikes, [numSteps, batch, ...].</param>
/// <param name="Membrane">The membranes after each step, of the same shape.</param>
public readonly record struct SpikeRecording(Tensor Spikes, Tensor Membrane);
