namespace SpikeML.Torch;

/// <summary>The equations of a layer's neurons. The values are saved in model files.</summary>
public enum NeuronKind
{
    /// <summary><see cref="NeuronModel.Leaky"/>.</summary>
    Leaky = 0,

    /// <summary><see cref="NeuronModel.Synaptic"/>.</summary>
    Synaptic = 1,

    /// <summary><see cref="NeuronModel.Alpha"/>.</summary>
    Alpha = 2,

    /// <summary><see cref="NeuronModel.Lapicque"/>.</summary>
    Lapicque = 3,

    /// <summary><see cref="NeuronModel.RLeaky"/>.</summary>
    RLeaky = 4,

    /// <summary><see cref="NeuronModel.RSynaptic"/>.</summary>
    RSynaptic = 5,
}
