namespace SpikeML.Torch;

/// <summary>What a layer does with the spikes of the previous one. The values are saved in model files.</summary>
public enum SpikingLayerKind
{
    /// <summary><see cref="SpikingLayer.Dense"/>.</summary>
    Dense,

    /// <summary><see cref="SpikingLayer.Convolution"/>.</summary>
    Convolution,

    /// <summary><see cref="SpikingLayer.AveragePooling"/>.</summary>
    AveragePooling,

    /// <summary><see cref="SpikingLayer.MaxPooling"/>.</summary>
    MaxPooling,

    /// <summary><see cref="SpikingLayer.Dropout"/>.</summary>
    Dropout,
}
