namespace SpikeML.Torch;

/// <summary>How a spike resets the membrane of the neuron that fired (snnTorch's <c>reset_mechanism</c>).</summary>
public enum ResetMechanism
{
    /// <summary>The threshold is subtracted from the membrane.</summary>
    Subtract,

    /// <summary>The membrane is set to zero.</summary>
    Zero,

    /// <summary>No reset: the membrane continues to integrate.</summary>
    None,
}
