namespace SpikeML.Torch;

/// <summary>What leaky neurons that learn nothing go by.</summary>
internal sealed record LeakyConstants(float Beta, float Threshold, ResetMechanism Reset, Surrogate Surrogate);
