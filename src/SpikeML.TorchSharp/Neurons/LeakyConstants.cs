namespace SpikeML.Torch;

/// <summary>The constants of leaky neurons without learned parameters.</summary>
internal sealed record LeakyConstants(float Beta, float Threshold, ResetMechanism Reset, Surrogate Surrogate);
