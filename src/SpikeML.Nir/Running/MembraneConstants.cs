namespace SpikeML.Nir;

/// <summary>
/// The constants of a step of membranes: v' = (decay * v + gain * current) + leak; a spike above the threshold.
/// </summary>
/// <param name="Decay">1 - dt / tau; 1 without leak.</param>
/// <param name="Gain">r * dt / tau; r * dt without leak.</param>
/// <param name="Leak">v_leak * dt / tau.</param>
/// <param name="Threshold">The threshold.</param>
/// <param name="Reset">The membrane after a spike.</param>
internal readonly record struct MembraneConstants(NodeConstants Decay, NodeConstants Gain, NodeConstants Leak,
    NodeConstants Threshold, NodeConstants Reset);
