namespace SpikeML.Torch;

/// <summary>
/// The versions of the network's part of a model file. Files of every version load and compute as they always did.
/// </summary>
internal static class NetworkFormat
{
    /// <summary>Dense layers and convolutions of leaky neurons that share their constants.</summary>
    public const uint First = 0x00010001;

    /// <summary>Several output neurons per class; neuron models, pooling, and the columns of hidden layers.</summary>
    public const uint Second = 0x00010002;

    /// <summary>Regression over time; neurons with quantised states.</summary>
    public const uint Third = 0x00010003;

    /// <summary>Factors and biases of currents at each step.</summary>
    public const uint Fourth = 0x00010004;

    public const uint Current = Fourth;
}
