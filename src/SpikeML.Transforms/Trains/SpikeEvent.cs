namespace SpikeML;

/// <summary>One spike: a non-zero value of one neuron at one time step.</summary>
/// <param name="Step">The time step, from 0.</param>
/// <param name="Neuron">
/// The index of the neuron in the row-major order of the train's <see cref="SpikeTrain.Shape"/>, from 0.
/// </param>
/// <param name="Value">The spike's amplitude: 1 for most codes, -1 for an off-spike; never 0.</param>
public readonly record struct SpikeEvent(int Step, int Neuron, float Value);
