namespace SpikeML.Nir;

/// <summary>The constants of a step of synaptic currents: i' = decay * i + gain * input.</summary>
/// <param name="Decay">1 - dt / tau_syn.</param>
/// <param name="Gain">w_in * dt / tau_syn.</param>
/// <param name="IsDelayed">Whether the membranes take the current of the step before.</param>
internal sealed record SynapseConstants(NodeConstants Decay, NodeConstants Gain, bool IsDelayed);
