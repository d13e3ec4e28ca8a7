using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The spikes and membranes of a layer of neurons over all steps.</summary>
/// <param name="Spikes">The spikes, [numSteps, batch, ...].</param>
/// <param name="Membrane">The membranes after each step, with the same shape.</param>
public readonly record struct SpikeRecording(Tensor Spikes, Tensor Membrane);
