namespace SpikeML.Torch;

/// <summary>How a layer is connected to the previous one.</summary>
public enum SpikingLayerKind
{
    /// <summary><see cref="SpikingLayer.Dense"/>.</summary>
    Dense,

    /// <summary><see cref="SpikingLayer.Convolution"/>.</summary>
    Convolution,
}
